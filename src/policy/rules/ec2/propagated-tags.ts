import { defineRule } from '../../rule/rule';
import { fail, pass, unknown } from '../../rule/verdict';

export const PROPAGATED_TAGS = defineRule({
  id: 'WPHA-EC2-010',
  title: 'scaling groups hand their tags to instances',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_autoscaling_group'],
  rows: ['EC2-010'],
  maps: { checkov: ['CKV_AWS_153'] },
  why: 'Default tags of the provider stop at the group, so instances without these belong to nobody on the bill.',
  fix: "Add 'tag' blocks with 'propagate_at_launch' true.",
  check: (group) => {
    const propagated = group.blocks('tag').map((tag) => tag.get('propagate_at_launch'));
    if (propagated.some((value) => value.is(true))) return pass();
    if (propagated.some((value) => value.isUnclear)) return unknown([group, 'tag']);
    return fail([group, 'tag'], 'no tag is handed to the instances');
  },
});
