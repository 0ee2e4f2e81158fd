import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const CACHE_MINOR_UPGRADES = defineRule({
  id: 'WPHA-CACHE-007',
  title: 'caches take minor upgrades',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_elasticache_cluster', 'aws_elasticache_replication_group'],
  rows: ['CACHE-007'],
  maps: { checkov: ['CKV_AWS_322'], fsbp: ['ElastiCache.2'] },
  why: 'Security repairs come as minor versions, and nobody upgrades a cache that works.',
  fix: "Leave 'auto_minor_version_upgrade' out or set it to true.",
  check: (cache) => expectTrue(cache, 'auto_minor_version_upgrade', { unset: 'pass' }),
});
