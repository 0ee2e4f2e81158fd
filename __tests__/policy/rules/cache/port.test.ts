import { CACHE_PORT } from '../../../../src/policy/rules/cache/port';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const cache = (settings: object): Resources => ({ aws_elasticache_replication_group: { objects: { ...settings } } });

describeRule(CACHE_PORT, {
  pass: { 'another port': cache({ port: 6380 }) },
  fail: { 'nothing is said': cache({ engine: 'redis' }) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': cache({ port: '${var.given}' }) },
  guards: { 'aws_elasticache_replication_group.objects.port': [6379, '6379', undefined] },
});
