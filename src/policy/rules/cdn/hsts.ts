import { expectAtLeast, expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

const SECONDS_OF_A_YEAR = 31_536_000;
const HSTS_PATH = 'security_headers_config.strict_transport_security';

export const HSTS = defineRule({
  id: 'WPHA-CDN-011',
  title: 'browsers are told to use HTTPS for a year',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_cloudfront_response_headers_policy'],
  rows: ['CDN-011'],
  maps: { checkov: ['CKV_AWS_259'] },
  why: 'The first visit by plain HTTP is when somebody in between takes over, and browsers forget in less than a year.',
  fix: "Set 'strict_transport_security' with 'access_control_max_age_sec' 31536000 and 'include_subdomains'.",
  check: (policy) => {
    // a policy for CORS alone is no place for it
    if (policy.get('security_headers_config').isUnset && policy.get('cors_config').isSet) return notApplicable();
    return [
      expectAtLeast(policy, `${HSTS_PATH}.access_control_max_age_sec`, SECONDS_OF_A_YEAR),
      expectTrue(policy, `${HSTS_PATH}.include_subdomains`),
    ];
  },
});
