import { TRAIL_KEY } from '../../../../src/policy/rules/log/trail-key';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(TRAIL_KEY, {
  pass: { 'it is set': { aws_cloudtrail: { main: { kms_key_id: 'arn:aws:kms:eu-west-1:123456789012:key/1' } } } },
  fail: { 'nothing is said': { aws_cloudtrail: { main: { name: 'main' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_cloudtrail: { main: { kms_key_id: '${var.given}' } } } },
  guards: { 'aws_cloudtrail.main.kms_key_id': [undefined, 'alias/aws/s3'] },
});
