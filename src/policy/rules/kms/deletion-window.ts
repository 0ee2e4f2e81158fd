import { expectAtLeast } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

/** The longest that KMS offers, and what it takes when nobody says anything. */
const LONGEST_DAYS = 30;

export const DELETION_WINDOW = defineRule({
  id: 'WPHA-KMS-005',
  title: 'keys can be brought back for 30 days',
  severity: 'medium',
  pack: 'production',
  appliesTo: ['aws_kms_key', 'aws_kms_replica_key', 'aws_kms_external_key'],
  rows: ['KMS-005'],
  maps: { fsbp: ['KMS.3'] },
  why: 'With the key goes every snapshot and backup under it, and the first who notices may be on holiday.',
  fix: "Leave 'deletion_window_in_days' out or set it to 30.",
  check: (key) => expectAtLeast(key, 'deletion_window_in_days', LONGEST_DAYS, { unset: 'pass' }),
});
