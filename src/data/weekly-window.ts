const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const TIME = '([01]\\d|2[0-3]):([0-5]\\d)';
const DAILY = new RegExp(`^${TIME}-${TIME}$`);
const WEEKLY = new RegExp(`^(${DAYS.join('|')}):${TIME}-(${DAYS.join('|')}):${TIME}$`);

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** A span of time that comes back, in minutes; `start` counts from midnight or from the week's first one, UTC. */
export interface Window {
  readonly start: number;
  readonly length: number;
}

/** Reads `hh:mm-hh:mm`, which may cross midnight; undefined when malformed. */
export function parseDailyWindow(text: string): Window | undefined {
  const [, h1, m1, h2, m2] = DAILY.exec(text) ?? [];
  if (h1 === undefined) return undefined;
  const start = minutes(h1, m1);
  return { start, length: (minutes(h2, m2) - start + DAY_MINUTES) % DAY_MINUTES };
}

/** Reads `ddd:hh:mm-ddd:hh:mm`, which may cross the end of the week; undefined when malformed. */
export function parseWeeklyWindow(text: string): Window | undefined {
  const [, d1, h1, m1, d2, h2, m2] = WEEKLY.exec(text) ?? [];
  if (d1 === undefined) return undefined;
  const start = day(d1) * DAY_MINUTES + minutes(h1, m1);
  const end = day(d2) * DAY_MINUTES + minutes(h2, m2);
  return { start, length: (end - start + WEEK_MINUTES) % WEEK_MINUTES };
}

/** Whether a daily and a weekly window share a minute in any week. */
export function windowsOverlap(daily: Window, weekly: Window): boolean {
  return DAYS.some((_, index) => {
    const start = index * DAY_MINUTES + daily.start;
    const untilWeekly = (weekly.start - start + WEEK_MINUTES) % WEEK_MINUTES;
    const untilDaily = (start - weekly.start + WEEK_MINUTES) % WEEK_MINUTES;
    return untilWeekly < daily.length || untilDaily < weekly.length;
  });
}

function minutes(hours: string | undefined, rest: string | undefined): number {
  return Number(hours) * 60 + Number(rest);
}

function day(name: string | undefined): number {
  return DAYS.findIndex((each) => each === name);
}
