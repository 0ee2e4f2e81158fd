import { expectAtLeast } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const LOG_RETENTION = defineRule({
  id: 'WPHA-LOG-001',
  title: 'log groups say how long they keep logs',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_cloudwatch_log_group'],
  rows: ['LOG-001'],
  maps: { checkov: ['CKV_AWS_66'] },
  why: 'A log group that nobody limited keeps visitors’ addresses, and costs, for ever.',
  fix: "Set 'retention_in_days'.",
  check: (group) =>
    expectAtLeast(group, 'retention_in_days', 1, {
      message: "'retention_in_days' is not set, so logs are kept for ever",
    }),
});
