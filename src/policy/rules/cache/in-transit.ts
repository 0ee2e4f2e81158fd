import { expectOneOf, expectTrue, firstOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const CACHE_IN_TRANSIT = defineRule({
  id: 'WPHA-CACHE-002',
  title: 'caches talk TLS and nothing else',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_elasticache_replication_group'],
  rows: ['CACHE-002'],
  maps: {
    checkov: ['CKV_AWS_30'],
    trivy: ['AVD-AWS-0051'],
    fsbp: ['ElastiCache.5'],
    cdkNag: ['AwsSolutions-AEC3'],
  },
  why: 'Sessions of people who are logged in travel between instance and cache, and so does the password of the cache.',
  fix: "Set 'transit_encryption_enabled' to true, and 'transit_encryption_mode' to required once all clients use TLS.",
  check: (cache) =>
    firstOf(
      () => expectTrue(cache, 'transit_encryption_enabled'),
      () => expectOneOf(cache, 'transit_encryption_mode', ['required'], { unset: 'pass' }),
    ),
});
