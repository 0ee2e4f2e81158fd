import { CACHE_KEY } from '../../../../src/policy/rules/cache/key';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const cache = (settings: object): Resources => ({ aws_elasticache_replication_group: { objects: { ...settings } } });

describeRule(CACHE_KEY, {
  pass: { 'a key': cache({ kms_key_id: 'arn:aws:kms:eu-west-1:123456789012:key/1' }) },
  fail: { 'nothing is said': cache({ engine: 'redis' }) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable names the key': cache({ kms_key_id: '${var.given}' }) },
  guards: { 'aws_elasticache_replication_group.objects.kms_key_id': [undefined, 'alias/aws/elasticache'] },
});
