import { expectSet } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { behavioursOf } from './behaviours';

export const RESPONSE_HEADERS = defineRule({
  id: 'WPHA-CDN-010',
  title: 'answers carry security headers',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-010'],
  maps: { checkov: ['CKV2_AWS_32'] },
  why: 'These headers tell browsers not to guess types, not to be framed and not to use plain HTTP; WordPress sends none.',
  fix: "Set 'response_headers_policy_id' in every behaviour.",
  check: (distribution) =>
    behavioursOf(distribution).map(({ settings, path: part }) =>
      expectSet(settings, 'response_headers_policy_id', { part }),
    ),
});
