import { expectAtLeast } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { fail } from '../../rule/verdict';

const LEAST_PERCENT = 50;

export const INSTANCE_REFRESH = defineRule({
  id: 'WPHA-EC2-018',
  title: 'a new launch template replaces instances a few at a time',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_autoscaling_group'],
  rows: ['EC2-018'],
  maps: {},
  why: 'Without a refresh old instances live on until they die; with too few healthy ones it takes the site down.',
  fix: `Add 'instance_refresh' with strategy Rolling and 'min_healthy_percentage' of ${LEAST_PERCENT} or more.`,
  check: (group) => {
    if (group.blocks('instance_refresh').length === 0) {
      return fail([group, 'instance_refresh'], "'instance_refresh' is not set, so a new template replaces nothing");
    }
    // the provider takes 90 where nobody says anything
    const path = 'instance_refresh.preferences.min_healthy_percentage';
    return expectAtLeast(group, path, LEAST_PERCENT, { unset: 'pass' });
  },
});
