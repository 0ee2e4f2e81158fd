import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const CACHE_FAILOVER = defineRule({
  id: 'WPHA-CACHE-005',
  title: 'caches survive the loss of a zone',
  severity: 'medium',
  pack: 'production',
  appliesTo: ['aws_elasticache_replication_group'],
  rows: ['CACHE-005'],
  maps: { checkov: ['CKV2_AWS_50'], fsbp: ['ElastiCache.3'], cdkNag: ['AwsSolutions-AEC4'] },
  why: 'When the only cache is gone, all it kept from the database is asked of it at once.',
  fix: "Set 'automatic_failover_enabled' and 'multi_az_enabled' to true, with a replica in another zone.",
  check: (cache) => [expectTrue(cache, 'automatic_failover_enabled'), expectTrue(cache, 'multi_az_enabled')],
});
