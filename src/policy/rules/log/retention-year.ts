import { expectValue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

const DAYS_OF_A_YEAR = 365;

export const RETENTION_YEAR = defineRule({
  id: 'WPHA-LOG-002',
  title: 'log groups keep logs for a year',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_cloudwatch_log_group'],
  rows: ['LOG-002'],
  maps: { checkov: ['CKV_AWS_338'] },
  why: 'Break-ins are found after months, and then nobody can tell what was taken if the logs are gone.',
  fix: "Set 'retention_in_days' to 365 or more, or suppress it where the same entries are kept elsewhere.",
  // 0 keeps logs for ever
  check: (group) =>
    expectValue(group, 'retention_in_days', ({ number = 0 }) => number === 0 || number >= DAYS_OF_A_YEAR, {
      wanted: `at least ${DAYS_OF_A_YEAR}`,
      unset: 'pass',
    }),
});
