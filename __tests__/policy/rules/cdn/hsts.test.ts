import { HSTS } from '../../../../src/policy/rules/cdn/hsts';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const policy = (strict_transport_security: object): Resources => ({
  aws_cloudfront_response_headers_policy: { site: { security_headers_config: { strict_transport_security } } },
});
const YEAR = { access_control_max_age_sec: 31_536_000, include_subdomains: true };
const PATH = 'aws_cloudfront_response_headers_policy.site.security_headers_config.strict_transport_security';

describeRule(HSTS, {
  pass: { 'a year, with subdomains': policy(YEAR) },
  fail: { 'nothing is said': { aws_cloudfront_response_headers_policy: { site: { name: 'site' } } } },
  notApplicable: {
    'a policy for other origins': { aws_cloudfront_response_headers_policy: { cors: { cors_config: { max: 1 } } } },
    'other resources': OTHER_RESOURCES,
  },
  unknown: { 'a variable decides': policy({ ...YEAR, include_subdomains: '${var.sub}' }) },
  guards: {
    [`${PATH}.access_control_max_age_sec`]: [86_400, undefined],
    [`${PATH}.include_subdomains`]: [false, undefined],
  },
});
