import { expectValue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, pass } from '../../rule/verdict';

export const CACHE_SUBNET_GROUP = defineRule({
  id: 'WPHA-CACHE-008',
  title: 'caches lie in subnets that were chosen',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_elasticache_cluster', 'aws_elasticache_replication_group'],
  rows: ['CACHE-008'],
  maps: { checkov: ['CKV_AWS_323'], fsbp: ['ElastiCache.7'], cdkNag: ['AwsSolutions-AEC1'] },
  why: 'The default group lies in the default VPC, whose subnets all have a way to the internet.',
  fix: "Set 'subnet_group_name' to a group of isolated subnets.",
  check: (cache) => {
    if (cache.get('replication_group_id').isSet) return notApplicable();
    const group = cache.get('subnet_group_name');
    if (group.targets.length > 0) return pass();
    return expectValue(cache, 'subnet_group_name', (value) => !value.is('default'), { wanted: 'a group of its own' });
  },
});
