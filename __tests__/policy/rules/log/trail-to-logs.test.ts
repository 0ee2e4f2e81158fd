import { TRAIL_TO_LOGS } from '../../../../src/policy/rules/log/trail-to-logs';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(TRAIL_TO_LOGS, {
  pass: {
    'it is set': {
      aws_cloudtrail: { main: { cloud_watch_logs_group_arn: '${aws_cloudwatch_log_group.trail.arn}:*' } },
    },
  },
  fail: { 'nothing is said': { aws_cloudtrail: { main: { name: 'main' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_cloudtrail.main.cloud_watch_logs_group_arn': [undefined, ''] },
});
