import { LOG_RETENTION_DAYS } from '../../core/log-retention';
import { within, type Check } from '../check';
import { problem } from '../problem';

/** A hundred years: more is a slip of the keyboard. */
const LONGEST_DAYS = 36_500;
/** Glacier Instant Retrieval bills 90 days at least, and versions move there after 30. */
const SHORTEST_MEDIA_DAYS = 120;
/** Glacier Flexible Retrieval bills this many days at least. */
const GLACIER_DAYS = 90;

const logRetentionIsAccepted: Check = function* ({ logRetentionDays }) {
  if (LOG_RETENTION_DAYS.includes(logRetentionDays)) return;
  const next = LOG_RETENTION_DAYS.find((days) => days > logRetentionDays) ?? LOG_RETENTION_DAYS.at(-1);
  yield problem(
    'logRetentionDays',
    'must be a number of days that CloudWatch Logs accepts',
    logRetentionDays,
    `use ${next}`,
  );
};

const daysAreInRange: Check = function* ({ storage }) {
  const range = { min: 1, max: LONGEST_DAYS, unit: ' days' };
  yield* within('storage.mediaNoncurrentDays', storage.mediaNoncurrentDays, { ...range, min: SHORTEST_MEDIA_DAYS });
  yield* within('storage.accessLogDays', storage.accessLogDays, range);
  yield* within('storage.backupGlacierAfterDays', storage.backupGlacierAfterDays, range);
  yield* within('storage.backupExpireDays', storage.backupExpireDays, range);
};

const backupsOutliveGlacierMinimum: Check = function* ({ storage: { backupGlacierAfterDays, backupExpireDays } }) {
  const least = backupGlacierAfterDays + GLACIER_DAYS;
  if (backupExpireDays < 1 || least > LONGEST_DAYS || backupExpireDays >= least) return;
  const rule = `must be at least ${GLACIER_DAYS} days after 'storage.backupGlacierAfterDays' (${backupGlacierAfterDays})`;
  yield problem('storage.backupExpireDays', rule, backupExpireDays, `use at least ${least}`);
};

export const retentionChecks: readonly Check[] = [daysAreInRange, backupsOutliveGlacierMinimum, logRetentionIsAccepted];
