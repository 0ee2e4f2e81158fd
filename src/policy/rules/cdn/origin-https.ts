import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, type Verdict } from '../../rule/verdict';

export const ORIGIN_HTTPS = defineRule({
  id: 'WPHA-CDN-005',
  title: 'origins are asked by HTTPS only',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-005'],
  maps: { checkov: ['CKV2_AWS_72'], fsbp: ['CloudFront.9'], cdkNag: ['AwsSolutions-CFR5'] },
  why: 'The way from CloudFront to the origin is the internet, and passwords and sessions travel on it.',
  fix: "Set 'origin_protocol_policy' to https-only, and give the origin a certificate for its name.",
  check: (distribution) => {
    const custom = distribution.blocks('origin').filter((origin) => origin.get('custom_origin_config').isSet);
    const verdicts = custom.map((origin): Verdict => {
      const part = origin.get('origin_id').text ?? 'origin';
      return expectOneOf(origin, 'custom_origin_config.origin_protocol_policy', ['https-only'], { part });
    });
    return verdicts.length === 0 ? notApplicable() : verdicts;
  },
});
