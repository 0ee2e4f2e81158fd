import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const DNSSEC = defineRule({
  id: 'WPHA-DNS-002',
  title: 'public zones are signed',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_route53_zone'],
  rows: ['DNS-002'],
  maps: { checkov: ['CKV2_AWS_38'] },
  why: 'Without a signature a resolver on the way can send visitors, and mail, somewhere else.',
  fix: 'Add an aws_route53_hosted_zone_dnssec, then the DS record at the registrar; suppress it where that is not yours.',
  check: (zone, graph) => {
    if (zone.get('vpc').isSet) return notApplicable();
    const { found, unclear } = graph.attached(zone, 'aws_route53_hosted_zone_dnssec', 'hosted_zone_id');
    const signing = found.filter((each) => !each.get('signing_status').is('NOT_SIGNING'));
    return expectAttached(zone, { found: signing, unclear }, 'no aws_route53_hosted_zone_dnssec signs the zone');
  },
});
