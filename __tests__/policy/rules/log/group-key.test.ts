import { LOG_GROUP_KEY } from '../../../../src/policy/rules/log/group-key';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { document } from '../../support/iam-policy';

const policy = (service: string): string =>
  document({ Effect: 'Allow', Principal: { Service: service }, Action: 'kms:*', Resource: '*' });
const group = (key: object, kms_key_id = '${aws_kms_key.logs.arn}'): Resources => ({
  aws_cloudwatch_log_group: { web: { kms_key_id } },
  aws_kms_key: { logs: key },
});

describeRule(LOG_GROUP_KEY, {
  pass: {
    'a key that lets CloudWatch Logs in': group({ policy: policy('logs.eu-west-1.amazonaws.com') }),
    'a key of elsewhere': group({}, 'arn:aws:kms:eu-west-1:123456789012:key/1'),
    'a policy that is attached to the key': {
      ...group({ description: 'logs' }),
      aws_kms_key_policy: {
        logs: { key_id: '${aws_kms_key.logs.id}', policy: policy('logs.us-east-1.amazonaws.com') },
      },
    },
  },
  fail: {
    'a key with the policy of AWS': {
      resources: group({ description: 'logs' }),
      finds: ['aws_cloudwatch_log_group.web#kms_key_id'],
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable holds the policy of the key': group({ policy: '${var.policy}' }) },
  guards: {
    'aws_cloudwatch_log_group.web.kms_key_id': [undefined],
    'aws_kms_key.logs.policy': [policy('s3.amazonaws.com'), undefined],
  },
});
