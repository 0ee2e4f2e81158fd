import { CACHE_IN_TRANSIT } from '../../../../src/policy/rules/cache/in-transit';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const cache = (settings: object): Resources => ({ aws_elasticache_replication_group: { objects: { ...settings } } });

describeRule(CACHE_IN_TRANSIT, {
  pass: { 'it is on': cache({ transit_encryption_enabled: true, transit_encryption_mode: 'required' }) },
  fail: { 'nothing is said': cache({ engine: 'redis' }) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': cache({ transit_encryption_enabled: '${var.given}' }) },
  guards: {
    'aws_elasticache_replication_group.objects.transit_encryption_enabled': [false, undefined],
    'aws_elasticache_replication_group.objects.transit_encryption_mode': ['preferred'],
  },
});
