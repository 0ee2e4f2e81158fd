import { expectOneOf } from '../../rule/expect';
import { BALANCER_TYPES } from '../../rule/listeners';
import { defineRule } from '../../rule/rule';
import { ofApplication } from './application-balancer';

export const DESYNC_MITIGATION = defineRule({
  id: 'WPHA-ELB-006',
  title: 'load balancers guard against request smuggling',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: BALANCER_TYPES,
  rows: ['ELB-006'],
  maps: { checkov: ['CKV_AWS_328'], fsbp: ['ELB.12'] },
  why: 'Mode monitor lets ambiguous requests through, with which one visitor can poison what the next one sees.',
  fix: "Set 'desync_mitigation_mode' to defensive or strictest, or leave it out.",
  check: (balancer) =>
    ofApplication(balancer, () =>
      expectOneOf(balancer, 'desync_mitigation_mode', ['defensive', 'strictest'], { unset: 'pass' }),
    ),
});
