import { KEY_ROTATION } from '../../../../src/policy/rules/kms/rotation';
import { describeRule } from '../../support/describe-rule';

describeRule(KEY_ROTATION, {
  pass: { 'it is on': { aws_kms_key: { data: { enable_key_rotation: true } } } },
  fail: { 'nothing is said': { aws_kms_key: { data: { description: 'data' } } } },
  notApplicable: { 'a key that signs': { aws_kms_key: { sign: { customer_master_key_spec: 'RSA_2048' } } } },
  unknown: {
    'a variable decides': { aws_kms_key: { data: { enable_key_rotation: '${var.rotate}' } } },
    'the kind of key is a variable': {
      aws_kms_key: { data: { customer_master_key_spec: '${var.spec}', enable_key_rotation: false } },
    },
  },
  guards: { 'aws_kms_key.data.enable_key_rotation': [false, undefined] },
});
