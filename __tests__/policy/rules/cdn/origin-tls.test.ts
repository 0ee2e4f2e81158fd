import { ORIGIN_TLS } from '../../../../src/policy/rules/cdn/origin-tls';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution, ofBucket } from '../../support/distribution';

const origin = (settings: object) =>
  distribution({ origin: [{ origin_id: 'web', custom_origin_config: { https_port: 443, ...settings } }] });

describeRule(ORIGIN_TLS, {
  pass: { 'TLS 1.2 only': origin({ origin_ssl_protocols: ['TLSv1.2'] }) },
  fail: {
    'an older one too': {
      resources: origin({ origin_ssl_protocols: ['TLSv1.2', 'TLSv1'] }),
      finds: ['aws_cloudfront_distribution.site#web'],
    },
  },
  notApplicable: { 'a bucket': ofBucket({}), 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': origin({ origin_ssl_protocols: '${var.a}' }) },
  guards: {
    'aws_cloudfront_distribution.site.origin.0.custom_origin_config.origin_ssl_protocols': [
      ['SSLv3'],
      ['TLSv1.1', 'TLSv1.2'],
      undefined,
    ],
  },
});
