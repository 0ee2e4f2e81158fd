import { TOPIC_POLICY_CLOSED } from '../../../../src/policy/rules/log/topic-policy-closed';
import { describeRule } from '../../support/describe-rule';
import { topicDocument, topicPolicy } from '../../support/topic-policy';

describeRule(TOPIC_POLICY_CLOSED, {
  pass: {
    'a service': topicPolicy({ Principal: { Service: 'cloudwatch.amazonaws.com' } }),
    'everybody of this account': topicPolicy({
      Principal: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
    }),
  },
  fail: {
    everybody: {
      resources: topicPolicy({ Sid: 'All', Principal: { AWS: '*' } }),
      finds: ['aws_sns_topic_policy.alarms#All'],
    },
    'everybody, in the topic itself': { aws_sns_topic: { alarms: { policy: topicDocument({ Principal: '*' }) } } },
  },
  notApplicable: { 'a topic with the policy of AWS': { aws_sns_topic: { alarms: { name: 'alarms' } } } },
  unknown: { 'a variable holds the policy': { aws_sns_topic_policy: { alarms: { policy: '${var.policy}' } } } },
  guards: { 'aws_sns_topic_policy.alarms.policy': [topicDocument({ Principal: '*' })] },
});
