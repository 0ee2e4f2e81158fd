import { expectSet } from '../../rule/expect';
import { BALANCER_TYPES } from '../../rule/listeners';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const INTERNET_FACING = defineRule({
  id: 'WPHA-ELB-014',
  title: 'load balancers say whether they are public',
  severity: 'high',
  pack: 'baseline',
  appliesTo: BALANCER_TYPES,
  rows: ['ELB-014'],
  maps: { trivy: ['AVD-AWS-0053'] },
  why: 'A load balancer is public unless somebody says otherwise, so what is public by decision has to say that too.',
  fix: "Set 'internal' to true, or to false where the load balancer is meant to be public.",
  check: (balancer) =>
    balancer.get('load_balancer_type').is('gateway')
      ? notApplicable()
      : expectSet(balancer, 'internal', {
          message: "'internal' is not set, so the load balancer is public by default",
        }),
});
