import { TOPIC_OWN_ACCOUNT } from '../../../../src/policy/rules/log/topic-own-account';
import { describeRule, type Fixture } from '../../support/describe-rule';
import { topicDocument, topicPolicy } from '../../support/topic-policy';

const own = (statement: object): Fixture => ({
  resources: topicPolicy(statement),
  beside: { provider: { aws: [{ allowed_account_ids: ['123456789012'] }] } },
});
const OTHER = { Sid: 'Other', Principal: { AWS: ['arn:aws:iam::210987654321:role/a'] } };

describeRule(TOPIC_OWN_ACCOUNT, {
  pass: {
    'a role of this account': own({ Principal: { AWS: 'arn:aws:iam::123456789012:role/a' } }),
    'a role of the account of the topic': topicPolicy({
      Principal: { AWS: '123456789012' },
      Resource: 'arn:aws:sns:eu-west-1:123456789012:alarms',
    }),
    'a service': own({ Principal: { Service: 'cloudwatch.amazonaws.com' } }),
    'another account is refused': own({ ...OTHER, Effect: 'Deny' }),
  },
  fail: {
    'a role of another account': { ...own(OTHER), finds: ['aws_sns_topic_policy.alarms#Other:210987654321'] },
  },
  notApplicable: { 'a topic with the policy of AWS': { aws_sns_topic: { alarms: { name: 'alarms' } } } },
  unknown: {
    'nobody says which account this is': topicPolicy(OTHER),
    'a variable holds the policy': { aws_sns_topic_policy: { alarms: { policy: '${var.policy}' } } },
  },
  guards: {
    'aws_sns_topic_policy.alarms.policy': [topicDocument(OTHER), topicDocument({ Principal: { AWS: '210987654321' } })],
  },
});
