import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const QUERY_LOGGING = defineRule({
  id: 'WPHA-DNS-001',
  title: 'public zones log queries',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_route53_zone'],
  rows: ['DNS-001'],
  maps: { checkov: ['CKV2_AWS_39'], fsbp: ['Route53.2'] },
  why: 'Who looks for names that are not there prepares something, and the zone is the first to see it.',
  fix: 'Add an aws_route53_query_log for the zone, with a log group in us-east-1.',
  check: (zone, graph) => {
    if (zone.get('vpc').isSet) return notApplicable();
    const logs = graph.attached(zone, 'aws_route53_query_log', 'zone_id');
    return expectAttached(zone, logs, 'no aws_route53_query_log belongs to the zone');
  },
});
