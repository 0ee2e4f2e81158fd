import { KEY_ENABLED } from '../../../../src/policy/rules/kms/key-enabled';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(KEY_ENABLED, {
  pass: {
    'it is on': { aws_kms_key: { data: { is_enabled: true } } },
    'nothing is said': { aws_kms_key: { data: { description: 'data' } } },
  },
  fail: {
    'it is off': { aws_kms_key: { data: { is_enabled: false } } },
    'a copy is off': { aws_kms_replica_key: { data: { enabled: false } } },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_kms_key: { data: { is_enabled: '${var.enabled}' } } } },
  guards: { 'aws_kms_key.data.is_enabled': [false, 'false'] },
});
