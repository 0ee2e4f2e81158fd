import { SNI } from '../../../../src/policy/rules/cdn/sni';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution } from '../../support/distribution';

const certificate = (settings: object) => distribution({ viewer_certificate: { ...settings } });

describeRule(SNI, {
  pass: { 'addresses are shared': certificate({ ssl_support_method: 'sni-only' }) },
  fail: { 'nothing is said': certificate({ minimum_protocol_version: 'TLSv1.2_2021' }) },
  notApplicable: {
    'the certificate of CloudFront': certificate({ cloudfront_default_certificate: true }),
    'other resources': OTHER_RESOURCES,
  },
  unknown: { 'a variable decides': certificate({ ssl_support_method: '${var.sni}' }) },
  guards: { 'aws_cloudfront_distribution.site.viewer_certificate.ssl_support_method': ['vip', undefined] },
});
