import { PARAMETER_KEY } from '../../../../src/policy/rules/kms/parameter-key';
import { describeRule, type Resources } from '../../support/describe-rule';

const parameter = (settings: object): Resources => ({
  aws_kms_key: { data: { description: 'data' } },
  aws_ssm_parameter: { token: { name: 'token', type: 'SecureString', ...settings } },
});

describeRule(PARAMETER_KEY, {
  pass: { 'a key of the stack': parameter({ key_id: '${aws_kms_key.data.key_id}' }) },
  fail: { 'nothing is said': parameter({}) },
  notApplicable: { 'a plain parameter': parameter({ type: 'String' }) },
  unknown: { 'a variable names the key': parameter({ key_id: '${var.key}' }) },
  guards: { 'aws_ssm_parameter.token.key_id': ['alias/aws/ssm', undefined] },
});
