import { expectValue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, type Verdict } from '../../rule/verdict';

const WANTED = 'TLSv1.2';

export const ORIGIN_TLS = defineRule({
  id: 'WPHA-CDN-006',
  title: 'origins are asked by TLS 1.2',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-006'],
  maps: { checkov: ['CKV2_AWS_54'], fsbp: ['CloudFront.10'], cdkNag: ['AwsSolutions-CFR5'] },
  why: 'Whoever stands between the two can make them agree on the oldest version that both accept.',
  fix: `Set 'origin_ssl_protocols' to ${WANTED} and nothing else.`,
  check: (distribution) => {
    const custom = distribution.blocks('origin').filter((origin) => origin.get('custom_origin_config').isSet);
    const verdicts = custom.map((origin): Verdict => {
      const part = origin.get('origin_id').text ?? 'origin';
      const path = 'custom_origin_config.origin_ssl_protocols';
      return expectValue(origin, path, ({ items }) => items.every((item) => item.is(WANTED)), { wanted: WANTED, part });
    });
    return verdicts.length === 0 ? notApplicable() : verdicts;
  },
});
