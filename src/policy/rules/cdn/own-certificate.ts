import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

/** CloudFront reads certificates in this region only. */
const REGION = 'us-east-1';

export const OWN_CERTIFICATE = defineRule({
  id: 'WPHA-CDN-003',
  title: 'distributions have a certificate of their own',
  severity: 'medium',
  pack: 'production',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-003'],
  maps: { checkov: ['CKV2_AWS_42'], fsbp: ['CloudFront.7'], cdkNag: ['AwsSolutions-CFR4'] },
  why: 'The certificate of CloudFront speaks for cloudfront.net, not for the site, and lets TLS 1.0 in.',
  fix: `Set 'acm_certificate_arn' to a certificate in ${REGION}.`,
  check: (distribution) => {
    const certificate = distribution.get('viewer_certificate.acm_certificate_arn');
    const where = [distribution, 'viewer_certificate.acm_certificate_arn'] as const;
    if (certificate.isUnset && distribution.get('viewer_certificate.iam_certificate_id').isUnset) {
      return fail(where, 'the distribution has no certificate of its own');
    }
    const [, region] = /^arn:[^:]+:acm:([^:]+):/.exec(certificate.text ?? '') ?? [];
    if (region === undefined || region === REGION) return pass();
    return fail(where, `the certificate is in ${region}, and CloudFront reads those in ${REGION} only`);
  },
});
