import { TOPIC_KEY } from '../../../../src/policy/rules/log/topic-key';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(TOPIC_KEY, {
  pass: {
    'a key of the account': {
      aws_sns_topic: { alarms: { kms_master_key_id: '${aws_kms_key.k.id}' } },
      aws_kms_key: { k: { description: 'k' } },
    },
  },
  fail: { 'nothing is said': { aws_sns_topic: { alarms: { name: 'alarms' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable names the key': { aws_sns_topic: { alarms: { kms_master_key_id: '${var.key}' } } } },
  guards: { 'aws_sns_topic.alarms.kms_master_key_id': [undefined, 'alias/aws/sns'] },
});
