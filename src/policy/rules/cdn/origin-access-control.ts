import { expectSet } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';
import { isBucket } from './origins';

export const ORIGIN_ACCESS_CONTROL = defineRule({
  id: 'WPHA-CDN-012',
  title: 'buckets are read through origin access control',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-012'],
  maps: { checkov: ['CKV2_AWS_46'], fsbp: ['CloudFront.13'], cdkNag: ['AwsSolutions-CFR7'] },
  why: 'Otherwise the bucket must be public, or uses the older identity, which cannot read what KMS encrypts.',
  fix: "Set 'origin_access_control_id', and let the distribution's ARN in by the policy of the bucket.",
  check: (distribution) => {
    const buckets = distribution.blocks('origin').filter(isBucket);
    if (buckets.length === 0) return notApplicable();
    return buckets.map((origin) =>
      expectSet(origin, 'origin_access_control_id', { part: origin.get('origin_id').text ?? 'origin' }),
    );
  },
});
