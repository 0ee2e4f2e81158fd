import { CACHE_SNAPSHOTS } from '../../../../src/policy/rules/cache/snapshots';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const cache = (settings: object): Resources => ({ aws_elasticache_replication_group: { objects: { ...settings } } });

describeRule(CACHE_SNAPSHOTS, {
  pass: { 'kept for a day': cache({ snapshot_retention_limit: 1 }) },
  fail: { 'nothing is said': cache({ engine: 'redis' }) },
  notApplicable: {
    Memcached: { aws_elasticache_cluster: { pages: { engine: 'memcached' } } },
    'a member of a group': { aws_elasticache_cluster: { a: { replication_group_id: 'objects' } } },
    'other resources': OTHER_RESOURCES,
  },
  unknown: { 'a variable decides': cache({ snapshot_retention_limit: '${var.given}' }) },
  guards: { 'aws_elasticache_replication_group.objects.snapshot_retention_limit': [0, undefined] },
});
