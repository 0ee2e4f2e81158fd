import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

const ATTACHMENTS = ['aws_autoscaling_attachment', 'aws_autoscaling_traffic_source_attachment'];

export const ELB_HEALTH_CHECKS = defineRule({
  id: 'WPHA-EC2-011',
  title: 'scaling groups replace what the load balancer finds sick',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_autoscaling_group'],
  rows: ['EC2-011'],
  maps: { checkov: ['CKV2_AWS_15'], fsbp: ['AutoScaling.1'], cdkNag: ['AwsSolutions-AS2'] },
  why: 'EC2 knows only whether the machine runs: an instance whose PHP has died would stay in the group for ever.',
  fix: "Set 'health_check_type' to ELB and 'health_check_grace_period' to the time that an instance needs to boot.",
  check: (group, graph) =>
    standsBehindBalancer(group, graph) ? expectOneOf(group, 'health_check_type', ['ELB']) : notApplicable(),
});

function standsBehindBalancer(group: Resource, graph: ResourceGraph): boolean {
  const named = ['target_group_arns', 'load_balancers', 'traffic_source'].some((name) => group.get(name).isSet);
  return named || ATTACHMENTS.some((type) => graph.attached(group, type, 'autoscaling_group_name').found.length > 0);
}
