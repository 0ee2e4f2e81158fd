import { RETENTION_YEAR } from '../../../../src/policy/rules/log/retention-year';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(RETENTION_YEAR, {
  pass: {
    'a year': { aws_cloudwatch_log_group: { web: { retention_in_days: 365 } } },
    'for ever': { aws_cloudwatch_log_group: { web: { retention_in_days: 0 } } },
    'nothing is said, which is for ever': { aws_cloudwatch_log_group: { web: { name: 'web' } } },
  },
  fail: { 'a quarter': { aws_cloudwatch_log_group: { web: { retention_in_days: 90 } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_cloudwatch_log_group: { web: { retention_in_days: '${var.days}' } } } },
  guards: { 'aws_cloudwatch_log_group.web.retention_in_days': [1, 180] },
});
