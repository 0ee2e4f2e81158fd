const DAY = 24 * 60;
const WEEK = 7 * DAY;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const TIME = '([01]\\d|2[0-3]):([0-5]\\d)';
const DAILY = new RegExp(`^${TIME}-${TIME}$`);
const WEEKLY = new RegExp(`^(${WEEKDAYS.join('|')}):${TIME}-(${WEEKDAYS.join('|')}):${TIME}$`);

/** A span of time that returns every day or week. */
export interface TimeWindow {
  /** Minutes from midnight, or from Monday's midnight. */
  readonly start: number;
  readonly minutes: number;
}

/** Reads `hh:mm-hh:mm`, which may pass midnight; nothing for other text. */
export function parseDailyWindow(text: string): TimeWindow | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] = DAILY.exec(text) ?? [];
  if (fromHour === undefined) return undefined;
  const start = minutesOf(fromHour, fromMinute);
  return { start, minutes: (minutesOf(toHour, toMinute) - start + DAY) % DAY };
}

/** Reads `ddd:hh:mm-ddd:hh:mm`, which may pass the end of the week; nothing for other text. */
export function parseWeeklyWindow(text: string): TimeWindow | undefined {
  const [, fromDay, fromHour, fromMinute, toDay, toHour, toMinute] = WEEKLY.exec(text) ?? [];
  if (fromDay === undefined || toDay === undefined) return undefined;
  const start = WEEKDAYS.indexOf(fromDay) * DAY + minutesOf(fromHour, fromMinute);
  const end = WEEKDAYS.indexOf(toDay) * DAY + minutesOf(toHour, toMinute);
  return { start, minutes: (end - start + WEEK) % WEEK };
}

/** True when a minute belongs to a daily and to a weekly window; windows that only touch do not overlap. */
export function windowsOverlap(daily: TimeWindow, weekly: TimeWindow): boolean {
  if (daily.minutes === 0 || weekly.minutes === 0) return false;
  // from the day before, whose window may pass midnight, to the end of a weekly window that passes the week's end
  for (let midnight = -DAY; midnight < 2 * WEEK; midnight += DAY) {
    const start = midnight + daily.start;
    if (start < weekly.start + weekly.minutes && weekly.start < start + daily.minutes) return true;
  }
  return false;
}

function minutesOf(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * 60 + Number(minute);
}
