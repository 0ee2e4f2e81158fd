import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

/** Security policies of CloudFront without TLS 1.1 and without ciphers of yesterday. */
const MODERN = ['TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'];

export const VIEWER_TLS = defineRule({
  id: 'WPHA-CDN-002',
  title: 'visitors use TLS 1.2 or newer',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-002'],
  maps: {
    checkov: ['CKV_AWS_174'],
    fsbp: ['CloudFront.15'],
    trivy: ['AVD-AWS-0013'],
    cdkNag: ['AwsSolutions-CFR4'],
  },
  why: 'Older versions have known holes, and no browser of the last ten years needs them.',
  fix: "Set 'minimum_protocol_version' to TLSv1.2_2021 or newer, with a certificate of your own.",
  // with the certificate of CloudFront nobody can choose; the rule on certificates finds that
  check: (distribution) =>
    distribution.get('viewer_certificate.cloudfront_default_certificate').is(true)
      ? notApplicable()
      : expectOneOf(distribution, 'viewer_certificate.minimum_protocol_version', MODERN),
});
