import { expectCustomerKey } from '../../rule/customer-key';
import { defineRule } from '../../rule/rule';

export const CACHE_KEY = defineRule({
  id: 'WPHA-CACHE-004',
  title: 'caches are encrypted with a key of the account',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_elasticache_replication_group'],
  rows: ['CACHE-004'],
  maps: { checkov: ['CKV_AWS_191'] },
  why: 'Only with a key of one’s own can one say who reads a snapshot, and take that back.',
  fix: "Set 'kms_key_id'; changing it replaces the cache.",
  check: (cache, graph) => expectCustomerKey(cache, 'kms_key_id', graph),
});
