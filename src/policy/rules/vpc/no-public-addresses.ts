import { expectFalse } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { SUBNET_TYPES } from '../../rule/subnets';

export const NO_PUBLIC_ADDRESSES = defineRule({
  id: 'WPHA-VPC-004',
  title: 'subnets give out no public addresses by themselves',
  severity: 'high',
  pack: 'baseline',
  appliesTo: SUBNET_TYPES,
  rows: ['VPC-004'],
  maps: { checkov: ['CKV_AWS_130'], trivy: ['AVD-AWS-0164'], fsbp: ['EC2.15'] },
  why: 'Load balancers and NAT gateways bring their own addresses; anything else that gets one is reachable by accident.',
  fix: "Set 'map_public_ip_on_launch' to false.",
  check: (subnet) =>
    // the provider switches it on in a default subnet and off in any other
    expectFalse(subnet, 'map_public_ip_on_launch', { unset: subnet.type === 'aws_default_subnet' ? 'fail' : 'pass' }),
});
