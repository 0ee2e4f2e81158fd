import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, pass, unknown } from '../../rule/verdict';
import { activeRules } from './lifecycle-rules';
import { isLogDestination } from './log-destination';

/** Classes for what is written once and read seldom: a bucket that moves its objects there is an archive. */
const ARCHIVE_CLASSES = ['GLACIER', 'DEEP_ARCHIVE'];

export const ARCHIVE_OBJECT_LOCK = defineRule({
  id: 'WPHA-S3-021',
  title: 'archives lock their objects',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_s3_bucket'],
  rows: ['S3-021'],
  maps: { checkov: ['CKV_AWS_143'] },
  why: 'Backups that an administrator can delete are gone when somebody takes over an administrator.',
  fix: "Set 'object_lock_enabled' to true, or add an aws_s3_bucket_object_lock_configuration.",
  check: (bucket, graph) => {
    if (isLogDestination(bucket, graph) || !isArchive(bucket, graph)) return notApplicable();
    const lock = bucket.get('object_lock_enabled');
    if (lock.is(true)) return pass();
    if (lock.isUnclear) return unknown([bucket, 'object_lock_enabled']);
    const type = 'aws_s3_bucket_object_lock_configuration';
    return expectAttached(bucket, graph.attached(bucket, type, 'bucket'), 'the archive has no object lock');
  },
});

function isArchive(bucket: Resource, graph: ResourceGraph): boolean {
  const { found } = graph.attached(bucket, 'aws_s3_bucket_lifecycle_configuration', 'bucket');
  const moves = found.flatMap(activeRules).flatMap((rule) => rule.blocks('transition'));
  return moves.some((move) => move.get('storage_class').is(...ARCHIVE_CLASSES));
}
