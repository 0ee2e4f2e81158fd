import { CACHE_MINOR_UPGRADES } from '../../../../src/policy/rules/cache/minor-upgrades';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const cache = (settings: object): Resources => ({ aws_elasticache_replication_group: { objects: { ...settings } } });

describeRule(CACHE_MINOR_UPGRADES, {
  pass: { 'it is on': cache({ auto_minor_version_upgrade: true }), 'nothing is said': cache({ engine: 'redis' }) },
  fail: { 'it is off': { aws_elasticache_cluster: { pages: { auto_minor_version_upgrade: 'false' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': cache({ auto_minor_version_upgrade: '${var.given}' }) },
  guards: { 'aws_elasticache_replication_group.objects.auto_minor_version_upgrade': [false] },
});
