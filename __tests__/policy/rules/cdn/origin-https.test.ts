import { ORIGIN_HTTPS } from '../../../../src/policy/rules/cdn/origin-https';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution, ofBucket } from '../../support/distribution';

const origin = (settings: object) =>
  distribution({ origin: [{ origin_id: 'web', custom_origin_config: { https_port: 443, ...settings } }] });

describeRule(ORIGIN_HTTPS, {
  pass: { 'HTTPS only': origin({ origin_protocol_policy: 'https-only' }) },
  fail: {
    'as the visitor does': {
      resources: origin({ origin_protocol_policy: 'match-viewer' }),
      finds: ['aws_cloudfront_distribution.site#web'],
    },
  },
  notApplicable: { 'a bucket': ofBucket({}), 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': origin({ origin_protocol_policy: '${var.a}' }) },
  guards: {
    'aws_cloudfront_distribution.site.origin.0.custom_origin_config.origin_protocol_policy': [
      'http-only',
      'match-viewer',
      undefined,
    ],
  },
});
