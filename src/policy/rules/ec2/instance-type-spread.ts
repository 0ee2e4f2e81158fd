import { defineRule } from '../../rule/rule';
import { fail, pass, unknown } from '../../rule/verdict';

const OVERRIDES = 'mixed_instances_policy.launch_template.override';

export const INSTANCE_TYPE_SPREAD = defineRule({
  id: 'WPHA-EC2-013',
  title: 'scaling groups can take more than one instance type',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_autoscaling_group'],
  rows: ['EC2-013'],
  maps: { fsbp: ['AutoScaling.6'] },
  why: 'When a zone runs out of one instance type, a group that knows no other cannot replace what it lost.',
  fix: "Add 'mixed_instances_policy' with two instance types of the same memory, or with requirements.",
  check: (group) => {
    const overrides = group.blocks(OVERRIDES);
    const written = overrides.filter(({ node }) => node.kind === 'object');
    if (written.some((each) => each.get('instance_requirements').isSet)) return pass();
    const types = overrides.map((each) => each.get('instance_type'));
    if (new Set(types.map(({ text }) => text).filter((text) => text !== undefined)).size >= 2) return pass();
    if (types.some((type) => type.isUnclear)) return unknown([group, 'mixed_instances_policy']);
    return fail([group, 'mixed_instances_policy'], 'the group knows one instance type only');
  },
});
