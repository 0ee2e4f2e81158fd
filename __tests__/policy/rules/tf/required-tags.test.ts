import { REQUIRED_TAGS } from '../../../../src/policy/rules/tf/required-tags';
import { describeRule, OTHER_RESOURCES, type Fixture } from '../../support/describe-rule';

const provider = (settings: object): Fixture => ({
  beside: { provider: { aws: [{ region: 'eu-west-1', ...settings }] } },
});
const tagged = (tags: unknown): Fixture => provider({ default_tags: [{ tags }] });
const TAGS = { Project: 'site', Environment: 'production', Owner: 'web', ManagedBy: 'terraform' };

describeRule(REQUIRED_TAGS, {
  pass: {
    'all four are there': tagged(TAGS),
    'they go by other names': tagged({ system: 'site', env: 'dev', team: 'web', 'managed-by': 'terraform' }),
  },
  fail: {
    'one is missing': {
      ...tagged({ ...TAGS, Owner: undefined }),
      finds: ['provider.aws#owner'],
    },
    'there are none': provider({}),
  },
  notApplicable: { 'no provider block': OTHER_RESOURCES },
  unknown: { 'a variable holds them': tagged('${var.tags}') },
  guards: { 'provider.aws.0.default_tags': [undefined, [{ tags: { Name: 'site' } }]] },
});
