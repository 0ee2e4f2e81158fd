import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { pass } from '../../rule/verdict';

export const BUCKET_ENCRYPTION = defineRule({
  id: 'WPHA-S3-010',
  title: 'buckets say how they encrypt',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-010'],
  maps: { checkov: ['CKV_AWS_19'] },
  why: 'Encryption that is written down cannot be lost by a change of defaults, and names the key that protects the data.',
  fix: 'Add an aws_s3_bucket_server_side_encryption_configuration for the bucket.',
  check: (bucket, graph) => {
    // the block inside the bucket is older than the resource and still valid
    if (bucket.get('server_side_encryption_configuration').isSet) return pass();
    return expectAttached(
      bucket,
      graph.attached(bucket, 'aws_s3_bucket_server_side_encryption_configuration', 'bucket'),
      'no aws_s3_bucket_server_side_encryption_configuration belongs to the bucket',
    );
  },
});
