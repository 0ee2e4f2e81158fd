import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

export const CACHE_PASSWORD = defineRule({
  id: 'WPHA-CACHE-003',
  title: 'caches ask for a password',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_elasticache_replication_group'],
  rows: ['CACHE-003'],
  maps: { checkov: ['CKV_AWS_31'], fsbp: ['ElastiCache.6'], cdkNag: ['AwsSolutions-AEC6'] },
  why: 'Without a password everything in the network that reaches the port can log in as any editor of the site.',
  fix: "Set 'auth_token', or 'user_group_ids' to a group whose users have passwords or use IAM.",
  check: (cache) =>
    ['auth_token', 'user_group_ids'].some((name) => cache.get(name).isSet)
      ? pass()
      : fail([cache, 'auth_token'], "neither 'auth_token' nor 'user_group_ids' is set"),
});
