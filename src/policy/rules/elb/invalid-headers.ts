import { expectTrue } from '../../rule/expect';
import { BALANCER_TYPES } from '../../rule/listeners';
import { defineRule } from '../../rule/rule';
import { ofApplication } from './application-balancer';

export const INVALID_HEADERS = defineRule({
  id: 'WPHA-ELB-005',
  title: 'load balancers drop invalid headers',
  severity: 'high',
  pack: 'baseline',
  appliesTo: BALANCER_TYPES,
  rows: ['ELB-005'],
  maps: { checkov: ['CKV_AWS_131'], trivy: ['AVD-AWS-0052'], fsbp: ['ELB.4'] },
  why: 'Headers that balancer and server read differently let one request hide inside another.',
  fix: "Set 'drop_invalid_header_fields' to true.",
  check: (balancer) => ofApplication(balancer, () => expectTrue(balancer, 'drop_invalid_header_fields')),
});
