import { NO_KEYS_IN_PROVIDER } from '../../../../src/policy/rules/tf/no-keys-in-provider';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

const provider = (settings: object): { beside: { provider: object } } => ({
  beside: { provider: { aws: [settings] } },
});

describeRule(NO_KEYS_IN_PROVIDER, {
  pass: {
    'only the region is given': provider({ region: 'eu-west-1' }),
    'a variable holds the key': provider({ access_key: '${var.key}' }),
  },
  fail: { 'both keys are written': provider({ access_key: 'AKIAEXAMPLE', secret_key: 'secret' }) },
  notApplicable: { 'no provider block': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: { 'provider.aws.0.secret_key': ['secret'] },
});
