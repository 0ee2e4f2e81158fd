import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const PUBLIC_ACCESS_BLOCK = defineRule({
  id: 'WPHA-S3-001',
  title: 'buckets have a public access block',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-001'],
  maps: {
    checkov: ['CKV2_AWS_6'],
    trivy: ['AVD-AWS-0094'],
    fsbp: ['S3.8'],
    cis: ['3.0.0 2.1.4'],
    cdkNag: ['AwsSolutions-S2'],
  },
  why: 'Without the block one policy or ACL written in haste makes every object of the bucket public.',
  fix: 'Add an aws_s3_bucket_public_access_block for the bucket.',
  suppressible: false,
  check: (bucket, graph) =>
    expectAttached(
      bucket,
      graph.attached(bucket, 'aws_s3_bucket_public_access_block', 'bucket'),
      'no aws_s3_bucket_public_access_block belongs to the bucket',
    ),
});
