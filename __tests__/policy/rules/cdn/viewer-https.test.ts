import { VIEWER_HTTPS } from '../../../../src/policy/rules/cdn/viewer-https';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution } from '../../support/distribution';

const HTTPS = { viewer_protocol_policy: 'redirect-to-https' };

describeRule(VIEWER_HTTPS, {
  pass: {
    'every behaviour': distribution({
      default_cache_behavior: HTTPS,
      ordered_cache_behavior: [{ path_pattern: '/wp-admin/*', viewer_protocol_policy: 'https-only' }],
    }),
  },
  fail: {
    'one path': {
      resources: distribution({
        default_cache_behavior: HTTPS,
        ordered_cache_behavior: [
          { path_pattern: '/a', ...HTTPS },
          { path_pattern: '/feed', viewer_protocol_policy: 'allow-all' },
        ],
      }),
      finds: ['aws_cloudfront_distribution.site#/feed'],
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': distribution({ default_cache_behavior: { viewer_protocol_policy: '${var.a}' } }) },
  guards: {
    'aws_cloudfront_distribution.site.default_cache_behavior.viewer_protocol_policy': ['allow-all', undefined],
    'aws_cloudfront_distribution.site.ordered_cache_behavior.0.viewer_protocol_policy': ['allow-all', undefined],
  },
});
