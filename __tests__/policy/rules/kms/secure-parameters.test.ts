import { SECURE_PARAMETERS } from '../../../../src/policy/rules/kms/secure-parameters';
import { describeRule, type Resources } from '../../support/describe-rule';

const parameter = (settings: object): Resources => ({
  aws_ssm_parameter: { it: { name: '/site/database-password', type: 'SecureString', ...settings } },
});

describeRule(SECURE_PARAMETERS, {
  pass: { 'it is encrypted': parameter({}) },
  fail: {
    'a salt is plain': parameter({ name: '/site/auth_salt', type: 'String' }),
    'the value is a random password': {
      random_password: { main: { length: 32 } },
      ...parameter({ name: '/site/x', type: 'String', value: '${random_password.main.result}' }),
    },
  },
  notApplicable: {
    'an address': parameter({ name: '/site/url', type: 'String', value: 'https://example.com' }),
    'only the ARN of a secret': parameter({ name: '/site/database-secret-arn', type: 'String' }),
  },
  unknown: { 'a variable decides': parameter({ type: '${var.type}' }) },
  guards: { 'aws_ssm_parameter.it.type': ['String', 'StringList', undefined] },
});
