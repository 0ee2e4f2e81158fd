import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { behavioursOf } from './behaviours';

export const VIEWER_HTTPS = defineRule({
  id: 'WPHA-CDN-001',
  title: 'visitors use HTTPS',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-001'],
  maps: { checkov: ['CKV_AWS_34'], fsbp: ['CloudFront.3'], trivy: ['AVD-AWS-0012'] },
  why: 'On plain HTTP everybody on the way reads the session of who is logged in, and writes into the page.',
  fix: "Set 'viewer_protocol_policy' to redirect-to-https or https-only in every behaviour.",
  check: (distribution) =>
    behavioursOf(distribution).map(({ settings, path: part }) =>
      expectOneOf(settings, 'viewer_protocol_policy', ['redirect-to-https', 'https-only'], { part }),
    ),
});
