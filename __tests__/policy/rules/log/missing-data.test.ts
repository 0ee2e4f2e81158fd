import { MISSING_DATA } from '../../../../src/policy/rules/log/missing-data';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(MISSING_DATA, {
  pass: { 'it is said': { aws_cloudwatch_metric_alarm: { cpu: { treat_missing_data: 'breaching' } } } },
  fail: { 'nothing is said': { aws_cloudwatch_metric_alarm: { cpu: { alarm_name: 'cpu' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_cloudwatch_metric_alarm.cpu.treat_missing_data': [undefined, ''] },
});
