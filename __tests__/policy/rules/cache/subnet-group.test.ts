import { CACHE_SUBNET_GROUP } from '../../../../src/policy/rules/cache/subnet-group';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const cache = (settings: object): Resources => ({ aws_elasticache_replication_group: { objects: { ...settings } } });

describeRule(CACHE_SUBNET_GROUP, {
  pass: {
    'a group by name': cache({ subnet_group_name: 'isolated' }),
    'a group of the stack': {
      ...cache({ subnet_group_name: '${aws_elasticache_subnet_group.isolated.name}' }),
      aws_elasticache_subnet_group: { isolated: { description: 'isolated' } },
    },
  },
  fail: { 'nothing is said': cache({ engine: 'redis' }) },
  notApplicable: {
    'a member of a group': { aws_elasticache_cluster: { a: { replication_group_id: 'objects' } } },
    'other resources': OTHER_RESOURCES,
  },
  unknown: { 'a variable decides': cache({ subnet_group_name: '${var.given}' }) },
  guards: { 'aws_elasticache_replication_group.objects.subnet_group_name': ['default', undefined] },
});
