import fc from 'fast-check';
import { parseDailyWindow, parseWeeklyWindow, windowsOverlap } from '../../src/data/weekly-window';

const WEEK = 7 * 24 * 60;
const DAY = 24 * 60;

test.each([
  ['03:00-04:00', { start: 180, length: 60 }],
  ['23:45-00:30', { start: 1425, length: 45 }],
])('reads %s as %j', (text, window) => {
  expect(parseDailyWindow(text)).toEqual(window);
});

test.each(['24:00-01:00', '3:00-04:00', '03:00', '03:00-04:60', 'mon:03:00-mon:04:00', ''])(
  'refuses %j as daily',
  (text) => {
    expect(parseDailyWindow(text)).toBeUndefined();
  },
);

test.each([
  ['mon:04:30-mon:05:30', { start: 270, length: 60 }],
  ['sun:23:30-mon:00:30', { start: WEEK - 30, length: 60 }],
])('reads %s as %j', (text, window) => {
  expect(parseWeeklyWindow(text)).toEqual(window);
});

test.each(['mon:04:30', 'foo:04:30-mon:05:30', '04:30-05:30', ''])('refuses %j as weekly', (text) => {
  expect(parseWeeklyWindow(text)).toBeUndefined();
});

test('finds an overlap exactly when some minute lies in both', () => {
  const daily = fc.record({ start: fc.nat(DAY - 1), length: fc.integer({ min: 1, max: 300 }) });
  const weekly = fc.record({ start: fc.nat(WEEK - 1), length: fc.integer({ min: 1, max: DAY }) });
  fc.assert(
    fc.property(daily, weekly, (each, other) => {
      const minutes = Array.from({ length: other.length }, (_, offset) => (other.start + offset) % DAY);
      const shared = minutes.some((minute) => (minute - each.start + DAY) % DAY < each.length);

      expect(windowsOverlap(each, other)).toBe(shared);
    }),
  );
});
