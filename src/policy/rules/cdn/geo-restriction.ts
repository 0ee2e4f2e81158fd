import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const GEO_RESTRICTION = defineRule({
  id: 'WPHA-CDN-015',
  title: 'distributions answer in chosen countries',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-015'],
  maps: { checkov: ['CKV_AWS_374'], cdkNag: ['AwsSolutions-CFR1'] },
  why: 'A shop that delivers to three countries has attackers in all others.',
  fix: "Set 'restriction_type' to whitelist or blacklist; suppress it for a site that is for everybody.",
  check: (distribution) =>
    expectOneOf(distribution, 'restrictions.geo_restriction.restriction_type', ['whitelist', 'blacklist']),
});
