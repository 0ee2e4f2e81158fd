import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { unknown } from '../../rule/verdict';

export const FLOW_LOGS = defineRule({
  id: 'WPHA-VPC-001',
  title: 'VPCs log refused traffic',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_vpc', 'aws_default_vpc'],
  rows: ['VPC-001'],
  maps: {
    checkov: ['CKV2_AWS_11'],
    trivy: ['AVD-AWS-0178'],
    fsbp: ['EC2.6'],
    cis: ['3.0.0 3.7'],
    cdkNag: ['AwsSolutions-VPC7'],
  },
  why: 'Without flow logs nobody can tell afterwards what an intruder tried to reach.',
  fix: "Add an aws_flow_log for the VPC with 'traffic_type' ALL or REJECT.",
  check: (vpc, graph) => {
    const { found, unclear } = graph.attached(vpc, 'aws_flow_log', 'vpc_id');
    const types = found.map((log) => [log, log.get('traffic_type')] as const);
    const useful = types.filter(([, type]) => type.is('ALL', 'REJECT')).map(([log]) => log);
    const open = types.find(([, type]) => type.isUnclear);
    if (useful.length === 0 && open !== undefined)
      return unknown([open[0], 'traffic_type'], undefined, { part: 'missing' });
    return expectAttached(vpc, { found: useful, unclear }, 'no aws_flow_log records what the VPC refuses');
  },
});
