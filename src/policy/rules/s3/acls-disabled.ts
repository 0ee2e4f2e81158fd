import { expectOneOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { judgeAttached } from './bucket';

export const ACLS_DISABLED = defineRule({
  id: 'WPHA-S3-009',
  title: 'buckets have ACLs switched off',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-009'],
  maps: { fsbp: ['S3.12'] },
  why: 'With ACLs an object can belong to whoever wrote it, and the bucket policy no longer tells who may read it.',
  fix: "Add an aws_s3_bucket_ownership_controls with 'object_ownership' BucketOwnerEnforced.",
  check: (bucket, graph) =>
    judgeAttached(bucket, graph, 'aws_s3_bucket_ownership_controls', (resource) =>
      expectOneOf(resource, 'rule.object_ownership', ['BucketOwnerEnforced'], { resource }),
    ),
});
