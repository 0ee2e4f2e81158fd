import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const CREATE_BEFORE_DESTROY = defineRule({
  id: 'WPHA-DNS-004',
  title: 'certificates are replaced before they are destroyed',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_acm_certificate'],
  rows: ['DNS-004'],
  maps: { checkov: ['CKV_AWS_233'] },
  why: 'A certificate in use cannot be destroyed, so the apply that changes a name stops half-way.',
  fix: "Set 'create_before_destroy' to true in 'lifecycle'.",
  check: (certificate) => expectTrue(certificate, 'lifecycle.create_before_destroy'),
});
