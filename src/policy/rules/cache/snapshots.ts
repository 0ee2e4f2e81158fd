import { expectAtLeast } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const CACHE_SNAPSHOTS = defineRule({
  id: 'WPHA-CACHE-006',
  title: 'caches are backed up',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_elasticache_cluster', 'aws_elasticache_replication_group'],
  rows: ['CACHE-006'],
  maps: { checkov: ['CKV_AWS_134'], trivy: ['AVD-AWS-0050'], fsbp: ['ElastiCache.1'] },
  why: 'Carts, sessions and queues are often kept nowhere else.',
  fix: "Set 'snapshot_retention_limit' to 1 or more; suppress it for a cache that holds only copies.",
  check: (cache) => {
    // Memcached keeps nothing, and a member of a group follows the group
    if (cache.get('engine').is('memcached') || cache.get('replication_group_id').isSet) return notApplicable();
    return expectAtLeast(cache, 'snapshot_retention_limit', 1);
  },
});
