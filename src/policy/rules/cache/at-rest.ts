import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const CACHE_AT_REST = defineRule({
  id: 'WPHA-CACHE-001',
  title: 'caches are encrypted at rest',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_elasticache_replication_group'],
  rows: ['CACHE-001'],
  maps: {
    checkov: ['CKV_AWS_29'],
    trivy: ['AVD-AWS-0045'],
    fsbp: ['ElastiCache.4'],
    cdkNag: ['AwsSolutions-AEC3'],
  },
  why: 'The object cache holds options, users and sessions, and its snapshots lie on disk.',
  fix: "Set 'at_rest_encryption_enabled' to true; changing it replaces the cache.",
  // the provider's default is true for Valkey and false for Redis
  check: (cache) =>
    expectTrue(cache, 'at_rest_encryption_enabled', { unset: cache.get('engine').is('valkey') ? 'pass' : 'fail' }),
});
