import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const LB_DELETION_PROTECTION = defineRule({
  id: 'WPHA-ELB-008',
  title: 'load balancers refuse to be deleted',
  severity: 'medium',
  pack: 'production',
  appliesTo: ['aws_lb', 'aws_alb'],
  rows: ['ELB-008'],
  maps: { checkov: ['CKV_AWS_150'], fsbp: ['ELB.6'] },
  why: 'A load balancer that is made again has another address, and every record that names it is wrong until then.',
  fix: "Set 'enable_deletion_protection' to true.",
  check: (balancer) => expectTrue(balancer, 'enable_deletion_protection'),
});
