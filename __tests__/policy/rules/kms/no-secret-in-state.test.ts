import { NO_SECRET_IN_STATE } from '../../../../src/policy/rules/kms/no-secret-in-state';
import { describeRule, OTHER_RESOURCES, type Fixture, type Resources } from '../../support/describe-rule';

const SECRET = '${data.aws_secretsmanager_secret_version.user.secret_string}';
const output = (body: object): Fixture => ({
  beside: {
    data: { aws_secretsmanager_secret_version: { user: { secret_id: 'user' } } },
    output: { password: body },
  },
});
const parameter = (settings: object): Resources => ({ aws_ssm_parameter: { token: { name: 'token', ...settings } } });
const version = (settings: object): Resources => ({
  aws_secretsmanager_secret_version: { user: { secret_id: 'user', ...settings } },
});

describeRule(NO_SECRET_IN_STATE, {
  pass: {
    'a version is write-only': version({ secret_string_wo: 'x', secret_string_wo_version: 1 }),
    // the fixture's plan resolves no data sources
    'an output is sensitive': { ...output({ value: SECRET, sensitive: true }), atPlan: 'not applicable' },
    'a parameter is write-only': parameter({ type: 'SecureString', value_wo: 'x', value_wo_version: 1 }),
    'an access key is encrypted': { aws_iam_access_key: { mail: { user: 'mail', pgp_key: 'keybase:site' } } },
  },
  fail: {
    'an output shows a secret': { ...output({ value: SECRET }), atPlan: 'not applicable' },
    'an output shows a password': {
      resources: { aws_db_instance: { main: { password: '${var.password}' } } },
      beside: {
        output: { url: { value: 'mysql://${aws_db_instance.main.password}@${aws_db_instance.main.address}' } },
      },
      finds: ['output.url#sensitive'],
    },
    'a password is random': { random_password: { main: { length: 32 } } },
    'a private key is made': { tls_private_key: { main: { algorithm: 'ED25519' } } },
    'a parameter holds it': parameter({ type: 'SecureString', value: '${var.token}' }),
    'an access key is plain': { aws_iam_access_key: { mail: { user: 'mail' } } },
  },
  notApplicable: {
    'an output shows an address': { resources: OTHER_RESOURCES, beside: { output: { url: { value: 'https://a' } } } },
    'a plain parameter': parameter({ type: 'String', value: 'https://a' }),
  },
  unknown: { 'the type of a parameter is a variable': parameter({ type: '${var.type}', value: 'x' }) },
  guards: {
    'aws_secretsmanager_secret_version.user.secret_string': ['x'],
    'aws_secretsmanager_secret_version.user.secret_binary': ['eA=='],
  },
});
