import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown } from '../../rule/verdict';

const IGNORED = 'lifecycle.ignore_changes';
const SCALERS = ['aws_autoscaling_policy', 'aws_autoscaling_schedule'];

export const UNMANAGED_CAPACITY = defineRule({
  id: 'WPHA-EC2-019',
  title: 'the capacity of a scaling group is left to its policies',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_autoscaling_group'],
  rows: ['EC2-019'],
  maps: {},
  why: 'An apply in the rush hour sets the fleet back to the number in the configuration.',
  fix: "Leave 'desired_capacity' out, or name it in 'ignore_changes'.",
  check: (group, graph) => {
    const scales = SCALERS.some((type) => graph.attached(group, type, 'autoscaling_group_name').found.length > 0);
    if (!scales || group.get('desired_capacity').isUnset) return notApplicable();
    const ignored = group.get(IGNORED);
    if (ignored.items.some((item) => item.is('desired_capacity', 'all'))) return pass();
    if (ignored.isUnclear || group.get('lifecycle').isUnclear) return unknown([group, IGNORED]);
    return fail([group, 'desired_capacity'], "'desired_capacity' is set and not named in 'ignore_changes'");
  },
});
