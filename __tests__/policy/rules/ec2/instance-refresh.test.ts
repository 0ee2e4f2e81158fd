import { INSTANCE_REFRESH } from '../../../../src/policy/rules/ec2/instance-refresh';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { group } from './resources';

const refresh = (least: unknown): Resources =>
  group({ instance_refresh: { strategy: 'Rolling', preferences: { min_healthy_percentage: least } } });

describeRule(INSTANCE_REFRESH, {
  pass: {
    'all stay healthy': refresh(100),
    'AWS decides how many': group({ instance_refresh: { strategy: 'Rolling' } }),
  },
  fail: {
    'there is none': { resources: group({}), finds: ['aws_autoscaling_group.web#instance_refresh'] },
    'all may go at once': refresh(0),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': refresh('${var.least}') },
  guards: {
    'aws_autoscaling_group.web.instance_refresh': [undefined],
    'aws_autoscaling_group.web.instance_refresh.preferences.min_healthy_percentage': [0, 49],
  },
});
