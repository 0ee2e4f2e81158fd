import { RESPONSE_HEADERS } from '../../../../src/policy/rules/cdn/response-headers';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution } from '../../support/distribution';

const HEADERS = { response_headers_policy_id: 'policy' };

describeRule(RESPONSE_HEADERS, {
  pass: {
    'every behaviour': distribution({
      default_cache_behavior: HEADERS,
      ordered_cache_behavior: { path_pattern: '/a', ...HEADERS },
    }),
  },
  fail: {
    'one path has none': {
      resources: distribution({ default_cache_behavior: HEADERS, ordered_cache_behavior: [{ path_pattern: '/a' }] }),
      finds: ['aws_cloudfront_distribution.site#/a'],
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: {
    'aws_cloudfront_distribution.site.default_cache_behavior.response_headers_policy_id': [undefined],
    'aws_cloudfront_distribution.site.ordered_cache_behavior.response_headers_policy_id': [undefined],
  },
});
