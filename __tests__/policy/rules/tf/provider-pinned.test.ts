import { PROVIDER_PINNED } from '../../../../src/policy/rules/tf/provider-pinned';
import { describeRule, type Fixture } from '../../support/describe-rule';

// a plan does not hold these settings
const required = (aws: unknown, more: object = {}): Fixture => ({
  beside: { terraform: { required_providers: { aws } }, ...more },
  atPlan: 'not applicable',
});

describeRule(PROVIDER_PINNED, {
  pass: {
    'the version is exact': required({ source: 'hashicorp/aws', version: '5.100.0' }),
    'it may grow in its line': required({ version: '~> 5.100' }),
    'it is limited above': required({ version: '>= 5.0, < 6.0' }),
    'the entry is the version': required('= 5.100.0'),
  },
  fail: {
    'every later version will do': {
      ...required({ version: '>= 5.0' }),
      finds: ['terraform#aws'],
    },
    'none is given': required({ source: 'hashicorp/aws' }),
    'a provider is used that nothing requires': {
      ...required({ version: '5.100.0' }, { provider: { random: [{}] } }),
      finds: ['terraform#random'],
    },
  },
  notApplicable: { 'a stack without providers': { beside: { terraform: { required_version: '>= 1.10' } } } },
  unknown: {},
  guards: { 'terraform.required_providers.aws.version': ['>= 5.0', undefined] },
});
