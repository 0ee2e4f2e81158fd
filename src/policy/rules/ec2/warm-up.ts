import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

const SETTINGS = ['default_instance_warmup', 'default_cooldown'];

export const WARM_UP = defineRule({
  id: 'WPHA-EC2-015',
  title: 'scaling groups wait for what they launched',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_autoscaling_group'],
  rows: ['EC2-015'],
  maps: { cdkNag: ['AwsSolutions-AS1'] },
  why: 'A group that counts instances which still boot launches more than it needs and then removes them again.',
  fix: "Set 'default_instance_warmup' to the seconds that an instance needs until it serves.",
  check: (group) =>
    SETTINGS.some((name) => group.get(name).isSet)
      ? pass()
      : fail([group, 'default_instance_warmup'], "neither 'default_instance_warmup' nor 'default_cooldown' is set"),
});
