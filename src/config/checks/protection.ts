import type { Check } from '../check';
import { addDays, dayOf, parseDay } from '../dates';
import { problem } from '../problem';

/** Longest time for which protection can be lifted ahead. */
const MOST_DAYS_AHEAD = 7;

const unlockEndsSoon: Check = function* ({ protection }, now) {
  if (typeof protection === 'string') return;
  const field = 'protection.offUntil';
  const until = parseDay(protection.offUntil);
  const today = dayOf(now);
  const latest = dayOf(addDays(now, MOST_DAYS_AHEAD));
  if (until === undefined) {
    yield problem(field, 'must be a day as YYYY-MM-DD', protection.offUntil, `write it like '${latest}'`);
  } else if (dayOf(until) < today) {
    yield problem(
      field,
      `must not be in the past (today is ${today})`,
      protection.offUntil,
      `set 'protection' to 'on' again`,
    );
  } else if (dayOf(until) > latest) {
    yield problem(
      field,
      `must be at most ${MOST_DAYS_AHEAD} days ahead`,
      protection.offUntil,
      `use '${latest}' or earlier`,
    );
  }
};

const unlockHasReason: Check = function* ({ protection }) {
  if (typeof protection === 'string' || protection.reason.trim().length > 0) return;
  yield problem(
    'protection.reason',
    'must say why protection is lifted',
    protection.reason,
    'write a sentence for whoever reads this later',
  );
};

export const protectionChecks: readonly Check[] = [unlockEndsSoon, unlockHasReason];
