import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';
import { isLogDestination } from './log-destination';

export const BUCKET_NOTIFICATIONS = defineRule({
  id: 'WPHA-S3-020',
  title: 'buckets tell somebody what happens to objects',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-020'],
  maps: { checkov: ['CKV2_AWS_62'], fsbp: ['S3.11'] },
  why: 'A listener notices an unusual write or delete within seconds, where a log is read the day after.',
  fix: 'Add an aws_s3_bucket_notification, to EventBridge if nothing else listens.',
  check: (bucket, graph) => {
    if (isLogDestination(bucket, graph)) return notApplicable();
    const type = 'aws_s3_bucket_notification';
    return expectAttached(bucket, graph.attached(bucket, type, 'bucket'), `no ${type} belongs to the bucket`);
  },
});
