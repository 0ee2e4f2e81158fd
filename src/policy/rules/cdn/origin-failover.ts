import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

export const ORIGIN_FAILOVER = defineRule({
  id: 'WPHA-CDN-014',
  title: 'distributions have an origin to fall back on',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-014'],
  maps: { checkov: ['CKV_AWS_310'], fsbp: ['CloudFront.4'] },
  why: 'When the only origin is away, visitors see the error page of CloudFront instead of a page about it.',
  fix: "Add an 'origin_group'; suppress it where the origin is a load balancer in several zones.",
  check: (distribution) =>
    distribution.get('origin_group').isSet ? pass() : fail([distribution, 'origin_group'], 'there is no origin group'),
});
