import { Cron } from 'croner';

const NAMES = new Set('SUN MON TUE WED THU FRI SAT JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' '));

/**
 * When a cron expression runs next, in UTC.
 *
 * Only what cron itself and EC2 Auto Scaling understand is well-formed: five fields with single spaces, and none of the
 * extensions that the parser would accept besides (`@daily`, `L`, `W`, `#`).
 */
export function nextRun(expression: string, now: Date): Date | 'malformed' | 'never' {
  const plain = /^[\dA-Za-z*,/-]+( [\dA-Za-z*,/-]+){4}$/.test(expression);
  const words = expression.match(/[A-Za-z]+/g) ?? [];
  if (!plain || !words.every((word) => NAMES.has(word.toUpperCase()))) return 'malformed';
  try {
    return new Cron(expression, { mode: '5-part', utcOffset: 0 }).nextRun(now) ?? 'never';
  } catch {
    return 'malformed';
  }
}
