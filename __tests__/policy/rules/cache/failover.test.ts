import { CACHE_FAILOVER } from '../../../../src/policy/rules/cache/failover';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const cache = (settings: object): Resources => ({ aws_elasticache_replication_group: { objects: { ...settings } } });

describeRule(CACHE_FAILOVER, {
  pass: { 'both are on': cache({ automatic_failover_enabled: true, multi_az_enabled: true }) },
  fail: {
    'nothing is said': {
      resources: cache({ engine: 'redis' }),
      finds: [
        'aws_elasticache_replication_group.objects#automatic_failover_enabled',
        'aws_elasticache_replication_group.objects#multi_az_enabled',
      ],
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': cache({ automatic_failover_enabled: true, multi_az_enabled: '${var.given}' }) },
  guards: {
    'aws_elasticache_replication_group.objects.automatic_failover_enabled': [false, undefined],
    'aws_elasticache_replication_group.objects.multi_az_enabled': [false, undefined],
  },
});
