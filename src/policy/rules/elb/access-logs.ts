import { expectSet, expectTrue, firstOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const ACCESS_LOGS = defineRule({
  id: 'WPHA-ELB-007',
  title: 'load balancers write access logs',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_lb', 'aws_alb'],
  rows: ['ELB-007'],
  maps: { checkov: ['CKV_AWS_91'], fsbp: ['ELB.5'], cdkNag: ['AwsSolutions-ELB2'] },
  why: 'After a break-in the access log is the only record of who asked for what.',
  fix: "Add 'access_logs' with a bucket whose policy lets the load balancer write, and 'enabled' true.",
  check: (balancer) => {
    if (balancer.get('load_balancer_type').is('gateway')) return notApplicable();
    return firstOf(
      () => expectTrue(balancer, 'access_logs.enabled'),
      () => expectSet(balancer, 'access_logs.bucket'),
    );
  },
});
