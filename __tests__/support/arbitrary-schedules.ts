import fc from 'fast-check';
import type { FleetSchedule, Stage } from '../../src/config';

const recurrence = fc.constantFrom(
  '0 20 * * MON-FRI',
  '*/15 8-18 * * *',
  '30 4 1,15 * 5',
  '0 0 1 jan *',
  '0 12 29 2 *',
);

const startTime = fc
  .date({ min: new Date('2026-11-22T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);

const moment = fc.oneof(
  recurrence.map((expression) => ({ recurrence: expression })),
  startTime.map((start) => ({ startTime: start })),
);

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/);

/** Up to three schedules that suit a fleet of this size. */
export function arbitrarySchedules(stage: Stage, minSize: number, maxSize: number): fc.Arbitrary<FleetSchedule[]> {
  const within = fc
    .tuple(
      fc.integer({ min: minSize, max: maxSize }),
      fc.integer({ min: minSize, max: maxSize }),
      fc.integer({ min: minSize, max: maxSize }),
    )
    .map((unsorted) => [...unsorted].sort((a, b) => a - b));
  const sizes =
    stage === 'production' ? within : fc.oneof(within, fc.constant([0, 0, 0]), fc.constant([0, 0, maxSize]));
  const schedule = fc.tuple(name, moment, sizes).map(([label, when, [min = 0, desired = 0, max = 0]]) => ({
    name: label,
    ...when,
    minSize: min,
    desiredCapacity: desired,
    maxSize: max,
  }));
  return fc.uniqueArray(schedule, { selector: (each) => each.name, maxLength: 3 });
}
