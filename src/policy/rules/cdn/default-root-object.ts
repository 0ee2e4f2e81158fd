import { expectSet } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, unknown } from '../../rule/verdict';
import { startsInBucket } from './origins';

export const DEFAULT_ROOT_OBJECT = defineRule({
  id: 'WPHA-CDN-013',
  title: 'distributions of buckets name a start page',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-013'],
  maps: { checkov: ['CKV_AWS_305'], fsbp: ['CloudFront.1'] },
  why: 'Without one, a request for / is answered with the list of the bucket, or with an error about it.',
  fix: "Set 'default_root_object'; not in front of WordPress, which answers / itself.",
  check: (distribution) => {
    const bucket = startsInBucket(distribution);
    if (bucket === undefined) return unknown([distribution, 'default_cache_behavior.target_origin_id']);
    return bucket ? expectSet(distribution, 'default_root_object') : notApplicable();
  },
});
