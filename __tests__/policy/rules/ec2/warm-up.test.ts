import { WARM_UP } from '../../../../src/policy/rules/ec2/warm-up';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { group } from './resources';

describeRule(WARM_UP, {
  pass: { 'it warms up': group({ default_instance_warmup: 300 }), 'it cools down': group({ default_cooldown: 300 }) },
  fail: { 'nothing is said': group({}) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_autoscaling_group.web.default_instance_warmup': [undefined, null] },
});
