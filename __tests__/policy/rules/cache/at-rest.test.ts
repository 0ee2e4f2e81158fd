import { CACHE_AT_REST } from '../../../../src/policy/rules/cache/at-rest';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const cache = (settings: object): Resources => ({ aws_elasticache_replication_group: { objects: { ...settings } } });

describeRule(CACHE_AT_REST, {
  pass: {
    'it is on': cache({ at_rest_encryption_enabled: true }),
    'Valkey does so by itself': cache({ engine: 'valkey' }),
  },
  fail: { 'nothing is said of Redis': cache({ engine: 'redis' }) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': cache({ at_rest_encryption_enabled: '${var.given}' }) },
  guards: { 'aws_elasticache_replication_group.objects.at_rest_encryption_enabled': [false, undefined] },
});
