import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

export const USES_LAUNCH_TEMPLATE = defineRule({
  id: 'WPHA-EC2-009',
  title: 'scaling groups use launch templates',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_autoscaling_group'],
  rows: ['EC2-009'],
  maps: { checkov: ['CKV_AWS_315'], fsbp: ['AutoScaling.9'] },
  why: 'Launch configurations are no longer developed: new instance types and IMDS settings come to templates alone.',
  fix: "Set 'launch_template' or 'mixed_instances_policy' instead of 'launch_configuration'.",
  check: (group) =>
    group.get('launch_template').isSet || group.get('mixed_instances_policy').isSet
      ? pass()
      : fail([group, 'launch_template'], "neither 'launch_template' nor 'mixed_instances_policy' is set"),
});
