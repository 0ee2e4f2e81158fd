import { VIEWER_TLS } from '../../../../src/policy/rules/cdn/viewer-tls';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution } from '../../support/distribution';

const certificate = (settings: object) => distribution({ viewer_certificate: { ...settings } });

describeRule(VIEWER_TLS, {
  pass: {
    'TLS 1.2': certificate({ minimum_protocol_version: 'TLSv1.2_2021' }),
    'TLS 1.3': certificate({ minimum_protocol_version: 'TLSv1.3_2025' }),
  },
  fail: { 'nothing is said': certificate({ ssl_support_method: 'sni-only' }) },
  notApplicable: {
    'the certificate of CloudFront': certificate({ cloudfront_default_certificate: true }),
    'other resources': OTHER_RESOURCES,
  },
  unknown: { 'a variable decides': certificate({ minimum_protocol_version: '${var.tls}' }) },
  guards: {
    'aws_cloudfront_distribution.site.viewer_certificate.minimum_protocol_version': [
      'TLSv1.2_2019',
      'TLSv1',
      undefined,
    ],
  },
});
