import { PERFORMANCE_INSIGHTS_KEY } from '../../../../src/policy/rules/rds/performance-insights-key';
import { describeRule, type Resources } from '../../support/describe-rule';

const database = (
  performance_insights_kms_key_id: unknown,
  performance_insights_enabled: unknown = true,
): Resources => ({
  aws_kms_key: { data: { description: 'data' } },
  aws_db_instance: { main: { performance_insights_enabled, performance_insights_kms_key_id } },
});

describeRule(PERFORMANCE_INSIGHTS_KEY, {
  pass: {
    'a key of the stack': database('${aws_kms_key.data.arn}'),
    'a key by its ARN': database('arn:aws:kms:eu-west-1:123456789012:key/1234abcd'),
  },
  fail: { 'the key is AWS’s': database('arn:aws:kms:eu-west-1:123456789012:alias/aws/rds') },
  notApplicable: {
    'it is off': database(undefined, false),
    'nothing is said': { aws_db_instance: { main: { a: 1 } } },
  },
  unknown: { 'a variable names the key': database('${var.key}') },
  guards: { 'aws_db_instance.main.performance_insights_kms_key_id': ['alias/aws/rds', undefined] },
});
