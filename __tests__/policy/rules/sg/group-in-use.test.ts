import { GROUP_IN_USE } from '../../../../src/policy/rules/sg/group-in-use';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { ingress } from './rules';

const GROUP = { aws_security_group: { web: { name: 'web' } } };
const ID = '${aws_security_group.web.id}';
const used = (more: Resources): Resources => ({ ...GROUP, ...more });

describeRule(GROUP_IN_USE, {
  pass: {
    'a load balancer has it': used({ aws_lb: { web: { security_groups: [ID] } } }),
    'a launch template has it': used({
      aws_launch_template: { web: { network_interfaces: [{ security_groups: [ID] }] } },
    }),
  },
  fail: {
    'nothing has it': { resources: GROUP, finds: ['aws_security_group.web#missing'] },
    'only rules and outputs name it': {
      resources: used(ingress({ security_group_id: ID, referenced_security_group_id: ID })),
      beside: { output: { group: { value: ID } } },
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a module may have it': {
      resources: GROUP,
      beside: { module: { web: { source: './web', group: ID } } },
      // a plan shows what is inside modules
      atPlan: 'fail',
    },
  },
  guards: { 'aws_lb.web.security_groups': [['sg-1'], undefined] },
});
