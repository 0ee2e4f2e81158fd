import { expectFalse } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const NO_FORCE_DESTROY = defineRule({
  id: 'WPHA-S3-025',
  title: 'buckets with objects are not destroyed',
  severity: 'high',
  pack: 'production',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-025'],
  maps: {},
  why: 'With force_destroy a bucket that is renamed or removed takes every object and version with it.',
  fix: "Leave 'force_destroy' out or set it to false; empty the bucket by hand when it is to go.",
  check: (bucket) => expectFalse(bucket, 'force_destroy'),
});
