import fc from 'fast-check';
import { parseDailyWindow, parseWeeklyWindow, windowsOverlap, type TimeWindow } from '../../src/core/time-windows';

const DAY = 1440;
const WEEK = 7 * DAY;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The minutes of the week in which a window is open, one by one. */
function openMinutes({ start, minutes }: TimeWindow, period: number): Set<number> {
  const open = new Set<number>();
  for (let from = start; from < start + WEEK; from += period) {
    for (let minute = from; minute < from + minutes; minute += 1) open.add(minute % WEEK);
  }
  return open;
}

function time(minute: number): string {
  return `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function dayTime(minute: number): string {
  return `${DAYS[Math.floor(minute / DAY) % 7]}:${time(minute)}`;
}

describe('windowsOverlap', () => {
  it('agrees with counting every minute of a week', () => {
    const daily = fc.record({ start: fc.nat(DAY - 1), minutes: fc.oneof(fc.nat(90), fc.nat(DAY - 1)) });
    const weekly = fc.record({ start: fc.nat(WEEK - 1), minutes: fc.oneof(fc.nat(90), fc.nat(WEEK - 1)) });
    fc.assert(
      fc.property(daily, weekly, (backup, maintenance) => {
        const open = openMinutes(backup, DAY);
        const shared = [...openMinutes(maintenance, WEEK)].some((minute) => open.has(minute));

        expect(windowsOverlap(backup, maintenance)).toBe(shared);
      }),
      { numRuns: 500 },
    );
  });
});

describe('parsing windows', () => {
  it('reads what it wrote, past midnight and past the end of the week', () => {
    fc.assert(
      fc.property(fc.nat(WEEK - 1), fc.nat(DAY - 1), (start, minutes) => {
        const text = `${time(start)}-${time(start + minutes)}`;
        const weeklyText = `${dayTime(start)}-${dayTime(start + minutes)}`;

        expect(parseDailyWindow(text)).toEqual({ start: start % DAY, minutes });
        expect(parseWeeklyWindow(weeklyText)).toEqual({ start, minutes });
      }),
    );
  });

  it.each([
    '',
    '3:00-4:00',
    '03:00',
    'mon:03:00-mon:04:00',
    '24:00-01:00',
    '03:00-24:00',
    '03:60-04:00',
    ' 03:00-04:00',
    '03:00-04:00\n',
  ])('does not take %j as a daily window', (text) => {
    expect(parseDailyWindow(text)).toBeUndefined();
  });

  it.each([
    '',
    'mon:03:00',
    'foo:03:00-mon:04:00',
    'Mon:03:00-mon:04:00',
    'mo:03:00-mo:04:00',
    '03:00-04:00',
    'mon:03:00-mon:04:00\n',
  ])('does not take %j as a weekly window', (text) => {
    expect(parseWeeklyWindow(text)).toBeUndefined();
  });
});
