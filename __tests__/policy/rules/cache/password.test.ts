import { CACHE_PASSWORD } from '../../../../src/policy/rules/cache/password';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const cache = (settings: object): Resources => ({ aws_elasticache_replication_group: { objects: { ...settings } } });

describeRule(CACHE_PASSWORD, {
  pass: {
    'a token': cache({ auth_token: '${var.token}' }),
    'users with passwords of their own': cache({ user_group_ids: ['${aws_elasticache_user_group.web.id}'] }),
  },
  fail: { 'nothing is said': cache({ engine: 'redis' }) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_elasticache_replication_group.objects.auth_token': [undefined, ''] },
});
