import { TOPIC_TLS_ONLY } from '../../../../src/policy/rules/log/topic-tls-only';
import { describeRule } from '../../support/describe-rule';
import { topicDocument, topicPolicy } from '../../support/topic-policy';

const WITHOUT_TLS = { Bool: { 'aws:SecureTransport': 'false' } };

describeRule(TOPIC_TLS_ONLY, {
  pass: { 'it is denied': topicPolicy({ Effect: 'Deny', Principal: '*', Condition: WITHOUT_TLS }) },
  fail: { 'it is not denied': topicPolicy({ Principal: { Service: 'cloudwatch.amazonaws.com' } }) },
  notApplicable: { 'a topic with the policy of AWS': { aws_sns_topic: { alarms: { name: 'alarms' } } } },
  unknown: { 'a variable holds the policy': { aws_sns_topic_policy: { alarms: { policy: '${var.policy}' } } } },
  guards: {
    'aws_sns_topic_policy.alarms.policy': [
      topicDocument({ Effect: 'Allow', Principal: '*', Condition: WITHOUT_TLS }),
      topicDocument({ Effect: 'Deny', Principal: { AWS: '123456789012' }, Condition: WITHOUT_TLS }),
      topicDocument({ Effect: 'Deny', Principal: '*', Action: 'sns:Subscribe', Condition: WITHOUT_TLS }),
    ],
  },
});
