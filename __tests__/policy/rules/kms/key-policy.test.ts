import { KEY_POLICY } from '../../../../src/policy/rules/kms/key-policy';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const attached = (key_id: string): Resources => ({
  aws_kms_key: { data: { description: 'data' } },
  aws_kms_key_policy: { data: { key_id, policy: '{"Statement":[]}' } },
});

describeRule(KEY_POLICY, {
  pass: {
    'the key has one': { aws_kms_key: { data: { policy: '{"Statement":[]}' } } },
    'one is attached': attached('${aws_kms_key.data.id}'),
    'a variable holds it': { aws_kms_key: { data: { policy: '${var.policy}' } } },
  },
  fail: { 'nothing is said': { aws_kms_key: { data: { description: 'data' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'nobody knows whose policy it is': attached('${var.key}') },
  variablesPass: true,
  guards: { 'aws_kms_key.data.policy': [undefined] },
});
