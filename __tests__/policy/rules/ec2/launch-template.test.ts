import { USES_LAUNCH_TEMPLATE } from '../../../../src/policy/rules/ec2/launch-template';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { group } from './resources';

describeRule(USES_LAUNCH_TEMPLATE, {
  pass: {
    'it names a template': group({ launch_template: { id: '${aws_launch_template.web.id}' } }),
    'it mixes instances': group({ mixed_instances_policy: { launch_template: { override: [] } } }),
  },
  fail: { 'it names a launch configuration': group({ launch_configuration: 'web' }) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_autoscaling_group.web.launch_template': [undefined] },
});
