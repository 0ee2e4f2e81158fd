import { expectSet } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, pass } from '../../rule/verdict';
import { judgeAttached } from './bucket';
import { isLogDestination } from './log-destination';

export const BUCKET_ACCESS_LOGGING = defineRule({
  id: 'WPHA-S3-013',
  title: 'buckets log who reads and writes',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-013'],
  maps: {
    checkov: ['CKV_AWS_18'],
    trivy: ['AVD-AWS-0089'],
    fsbp: ['S3.9'],
    cdkNag: ['AwsSolutions-S1'],
  },
  why: 'When data has leaked the access log tells which objects, and it cannot be had afterwards.',
  fix: 'Add an aws_s3_bucket_logging that names a bucket for logs.',
  check: (bucket, graph) => {
    // a bucket that logs to itself logs its own logs
    if (isLogDestination(bucket, graph)) return notApplicable();
    if (bucket.get('logging.target_bucket').isSet) return pass();
    return judgeAttached(bucket, graph, 'aws_s3_bucket_logging', (resource) =>
      expectSet(resource, 'target_bucket', { resource }),
    );
  },
});
