import { INSTANCE_TYPE_SPREAD } from '../../../../src/policy/rules/ec2/instance-type-spread';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { group } from './resources';

const types = (...overrides: readonly object[]): Resources =>
  group({ mixed_instances_policy: { launch_template: { override: overrides } } });
const type = (name: string) => ({ instance_type: name });

describeRule(INSTANCE_TYPE_SPREAD, {
  pass: {
    'it knows two types': types(type('t4g.small'), type('t4g.medium')),
    'it knows what it needs': types({ instance_requirements: { vcpu_count: { min: 2 }, memory_mib: { min: 2048 } } }),
  },
  fail: { 'it knows one': types(type('t4g.small')), 'it names a template': group({ launch_template: { id: 'lt-1' } }) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable names one': types(type('t4g.small'), type('${var.type}')) },
  guards: {
    'aws_autoscaling_group.web.mixed_instances_policy': [undefined],
    'aws_autoscaling_group.web.mixed_instances_policy.launch_template.override.1.instance_type': [
      't4g.small',
      undefined,
    ],
  },
});
