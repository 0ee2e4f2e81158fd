import { ADMIN_NOT_CACHED } from '../../../../src/policy/rules/cdn/admin-not-cached';
import type { JsonObject } from '../../../../src/terraform/json';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { distribution, ofBucket } from '../../support/distribution';

const DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const paths = (cache_policy_id: string, ...patterns: string[]): JsonObject[] =>
  patterns.map((path_pattern) => ({ path_pattern, cache_policy_id }));
const site = (settings: JsonObject, fallback: JsonObject): Resources =>
  distribution({ default_cache_behavior: { target_origin_id: 'web', ...fallback }, ...settings });
const ADMIN = { ordered_cache_behavior: paths(DISABLED, '/wp-admin/*', 'wp-login.php') };
const byCookies = (cookies: JsonObject): Resources => ({
  ...site(ADMIN, { cache_policy_id: '${aws_cloudfront_cache_policy.pages.id}' }),
  aws_cloudfront_cache_policy: {
    pages: { max_ttl: 600, parameters_in_cache_key_and_forwarded_to_origin: { cookies_config: cookies } },
  },
});
const whitelist = (...items: string[]): JsonObject => ({ cookie_behavior: 'whitelist', cookies: { items } });
const LOGGED_IN = 'aws_cloudfront_distribution.site#visitors who are logged in';

describeRule(ADMIN_NOT_CACHED, {
  pass: {
    'a policy tells by the cookie': byCookies(whitelist('wordpress_logged_in_*', 'comment_*')),
    'nothing is kept but assets': site(
      { ordered_cache_behavior: paths(OPTIMIZED, '/wp-content/*') },
      { cache_policy_id: DISABLED },
    ),
    'settings of the older kind': site(ADMIN, {
      forwarded_values: { cookies: { forward: 'whitelist', whitelisted_names: ['wordpress_*'] } },
    }),
    'settings of the older kind that keep nothing': site({}, { max_ttl: 0 }),
    'the policy of AWS by its data source': {
      resources: site({}, { cache_policy_id: '${data.aws_cloudfront_cache_policy.none.id}' }),
      beside: { data: { aws_cloudfront_cache_policy: { none: { name: 'Managed-CachingDisabled' } } } },
      // the plan of these tests has no data sources
      atPlan: 'unknown',
    },
  },
  fail: {
    'everything is kept': {
      resources: site({}, { cache_policy_id: OPTIMIZED }),
      finds: [
        'aws_cloudfront_distribution.site#/wp-admin/index.php',
        'aws_cloudfront_distribution.site#/wp-login.php',
        LOGGED_IN,
      ],
    },
    'other cookies': { resources: byCookies(whitelist('comment_*')), finds: [LOGGED_IN] },
    'another path comes first': site(
      { ordered_cache_behavior: [...paths(OPTIMIZED, '/wp-*'), ...ADMIN.ordered_cache_behavior] },
      { cache_policy_id: DISABLED },
    ),
  },
  notApplicable: { 'a bucket': ofBucket({}), 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable names the policy': site(ADMIN, { cache_policy_id: '${var.policy}' }),
    'a variable names the cookies': byCookies(whitelist('${var.cookie}')),
    'a variable decides on cookies': byCookies({ cookie_behavior: '${var.cookies}' }),
  },
  guards: {
    'aws_cloudfront_distribution.site.ordered_cache_behavior.0.cache_policy_id': [OPTIMIZED],
    'aws_cloudfront_distribution.site.ordered_cache_behavior.1.path_pattern': ['/login'],
    'aws_cloudfront_cache_policy.pages.parameters_in_cache_key_and_forwarded_to_origin.cookies_config.cookie_behavior':
      ['none', undefined],
  },
});
