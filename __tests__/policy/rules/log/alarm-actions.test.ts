import { ALARM_ACTIONS } from '../../../../src/policy/rules/log/alarm-actions';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(ALARM_ACTIONS, {
  pass: {
    'a topic': { aws_cloudwatch_metric_alarm: { cpu: { alarm_actions: ['${aws_sns_topic.alarms.arn}'] } } },
    'a composite alarm': {
      aws_cloudwatch_composite_alarm: { site: { alarm_actions: ['arn'], actions_enabled: true } },
    },
    'a part of a composite alarm': {
      aws_cloudwatch_metric_alarm: { cpu: { alarm_name: 'cpu' } },
      aws_cloudwatch_composite_alarm: {
        site: { alarm_rule: 'ALARM(${aws_cloudwatch_metric_alarm.cpu.alarm_name})', alarm_actions: ['arn'] },
      },
    },
  },
  fail: {
    'no action': { aws_cloudwatch_metric_alarm: { cpu: { alarm_actions: [] } } },
    'only when all is well again': { aws_cloudwatch_metric_alarm: { cpu: { ok_actions: ['arn'] } } },
  },
  notApplicable: {
    'other resources': OTHER_RESOURCES,
  },
  unknown: {
    'a variable switches': {
      aws_cloudwatch_metric_alarm: { cpu: { actions_enabled: '${var.on}', alarm_actions: ['arn'] } },
    },
  },
  variablesPass: true,
  guards: {
    'aws_cloudwatch_metric_alarm.cpu.alarm_actions': [[], undefined],
    'aws_cloudwatch_metric_alarm.cpu.actions_enabled': [false],
  },
});
