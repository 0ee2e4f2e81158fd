import { distinct, matching, type Check } from '../check';
import { nextRun } from '../cron';
import { parseMoment } from '../dates';
import type { Environment, FleetSchedule } from '../environment';
import { problem, type Problem } from '../problem';

/** Scheduled actions that an Auto Scaling group can hold (EC2 Auto Scaling quotas). */
const MOST_SCHEDULES = 125;

type ScheduleCheck = (
  schedule: FleetSchedule,
  field: string,
  context: { environment: Environment; now: Date },
) => Iterable<Problem>;

const schedulesAreFew: Check = function* ({ fleet: { schedules = [] } }) {
  const rule = `must be at most ${MOST_SCHEDULES} schedules, the quota of an Auto Scaling group`;
  if (schedules.length > MOST_SCHEDULES) yield problem('fleet.schedules', rule, schedules, 'remove some');
};

const namesDiffer: Check = ({ fleet: { schedules = [] } }) =>
  distinct(
    (index) => `fleet.schedules[${index}].name`,
    schedules.map(({ name }) => name),
    'rename it',
  );

const nameIsWellFormed = eachSchedule(({ name }, field) =>
  matching(
    `${field}.name`,
    name,
    /^[a-z][a-z0-9-]{0,31}$/,
    'must be 1 to 32 lower-case letters, digits and hyphens',
    `write it like 'night'`,
  ),
);

const hasOneTime = eachSchedule(function* ({ recurrence, startTime }, field) {
  const rule = `must have either 'recurrence' or 'startTime'`;
  if (recurrence === undefined && startTime === undefined)
    yield problem(field, rule, Symbol('neither'), 'add one of them');
  if (recurrence !== undefined && startTime !== undefined)
    yield problem(field, rule, Symbol('both'), 'remove one of them');
});

const recurrenceIsCron = eachSchedule(function* ({ recurrence }, field, { now }) {
  if (recurrence === undefined) return;
  const next = nextRun(recurrence, now);
  if (next === 'malformed') {
    const rule = 'must be a cron expression of five fields with single spaces';
    yield problem(`${field}.recurrence`, rule, recurrence, `write it like '0 20 * * MON-FRI'`);
  } else if (next === 'never') {
    yield problem(`${field}.recurrence`, 'must name a day that comes', recurrence, 'correct its day and month');
  }
});

const startTimeComes = eachSchedule(function* ({ startTime }, field, { now }) {
  if (startTime === undefined) return;
  const start = parseMoment(startTime);
  if (start === undefined) {
    const rule = 'must be a moment in UTC as YYYY-MM-DDThh:mm:ssZ';
    yield problem(`${field}.startTime`, rule, startTime, `write it like '2027-01-01T12:00:00Z'`);
  } else if (start <= now) {
    yield problem(
      `${field}.startTime`,
      'must not be in the past',
      startTime,
      'remove the schedule or choose a later time',
    );
  }
});

const sizesAreOrdered = eachSchedule(function* ({ minSize, desiredCapacity, maxSize }, field) {
  if (minSize > maxSize) {
    yield problem(`${field}.minSize`, `must not exceed 'maxSize' (${maxSize})`, minSize, 'lower it or raise the other');
  } else if (desiredCapacity < minSize || desiredCapacity > maxSize) {
    yield problem(
      `${field}.desiredCapacity`,
      `must be 'minSize' to 'maxSize' (${minSize} to ${maxSize})`,
      desiredCapacity,
      'correct it',
    );
  }
});

const sizesSuitFleet = eachSchedule(function* ({ minSize, maxSize }, field, { environment: { stage, fleet } }) {
  if (fleet.minSize > fleet.maxSize) return;
  const lowest = stage === 'production' ? fleet.minSize : 0;
  if (maxSize > fleet.maxSize) {
    yield problem(
      `${field}.maxSize`,
      `must not exceed 'fleet.maxSize' (${fleet.maxSize})`,
      maxSize,
      'lower it or raise the other',
    );
  }
  if (minSize >= fleet.minSize || (minSize === 0 && lowest === 0)) return;
  const rule = `must not be below 'fleet.minSize' (${fleet.minSize})${lowest === 0 ? ' unless it is 0' : ' in production'}`;
  yield problem(`${field}.minSize`, rule, minSize, 'raise it or lower the other');
});

/** A check of every schedule by itself; `field` is the schedule's path. */
function eachSchedule(check: ScheduleCheck): Check {
  return function* (environment, now) {
    const { schedules = [] } = environment.fleet;
    for (const [index, schedule] of schedules.entries())
      yield* check(schedule, `fleet.schedules[${index}]`, { environment, now });
  };
}

export const scheduleChecks: readonly Check[] = [
  schedulesAreFew,
  namesDiffer,
  nameIsWellFormed,
  hasOneTime,
  recurrenceIsCron,
  startTimeComes,
  sizesAreOrdered,
  sizesSuitFleet,
];
