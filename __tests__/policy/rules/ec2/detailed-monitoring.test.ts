import { DETAILED_MONITORING } from '../../../../src/policy/rules/ec2/detailed-monitoring';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { instance, template } from './resources';

describeRule(DETAILED_MONITORING, {
  pass: {
    'a template says so': template({ monitoring: { enabled: true } }),
    'an instance does': instance({ monitoring: true }),
  },
  fail: { 'nothing is said': template({ instance_type: 't4g.small' }) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': template({ monitoring: { enabled: '${var.detailed}' } }) },
  guards: {
    'aws_launch_template.web.monitoring.enabled': [false, undefined],
    'aws_launch_template.web.monitoring': [undefined],
  },
});
