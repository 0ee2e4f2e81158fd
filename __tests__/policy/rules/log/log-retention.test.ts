import { LOG_RETENTION } from '../../../../src/policy/rules/log/log-retention';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(LOG_RETENTION, {
  pass: { 'days are given': { aws_cloudwatch_log_group: { web: { retention_in_days: 90 } } } },
  fail: { 'nothing is said': { aws_cloudwatch_log_group: { web: { name: 'web' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_cloudwatch_log_group: { web: { retention_in_days: '${var.days}' } } } },
  guards: { 'aws_cloudwatch_log_group.web.retention_in_days': [0, undefined] },
});
