import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const SNI = defineRule({
  id: 'WPHA-CDN-004',
  title: 'distributions share addresses by SNI',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-004'],
  maps: { fsbp: ['CloudFront.8'] },
  why: 'Addresses of one’s own cost 600 dollars a month, for browsers that nobody has any more.',
  fix: "Set 'ssl_support_method' to sni-only.",
  check: (distribution) =>
    distribution.get('viewer_certificate.cloudfront_default_certificate').is(true)
      ? notApplicable()
      : expectOneOf(distribution, 'viewer_certificate.ssl_support_method', ['sni-only']),
});
