import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    `'fleet.schedules[1].name' must differ from 'fleet.schedules[0].name', got "night"; rename it`,
    { 'fleet/schedules/1/name': 'night' },
  ],
  [
    `'fleet.schedules[0].name' must be 1 to 32 lower-case letters, digits and hyphens, got "At Night"; write it like 'night'`,
    { 'fleet/schedules/0/name': 'At Night' },
  ],
  [
    `'fleet.schedules[0]' must have either 'recurrence' or 'startTime', got neither; add one of them`,
    { 'fleet/schedules/0/recurrence': undefined },
  ],
  [
    `'fleet.schedules[0]' must have either 'recurrence' or 'startTime', got both; remove one of them`,
    { 'fleet/schedules/0/startTime': '2027-01-01T12:00:00Z' },
  ],
  [
    `'fleet.schedules[0].recurrence' must be a cron expression of five fields with single spaces, got "0 20 * *"; write it like '0 20 * * MON-FRI'`,
    { 'fleet/schedules/0/recurrence': '0 20 * *' },
  ],
  [
    `'fleet.schedules[0].recurrence' must be a cron expression of five fields with single spaces, got "0 25 * * *"; write it like '0 20 * * MON-FRI'`,
    { 'fleet/schedules/0/recurrence': '0 25 * * *' },
  ],
  [
    `'fleet.schedules[0].recurrence' must be a cron expression of five fields with single spaces, got "@daily"; write it like '0 20 * * MON-FRI'`,
    { 'fleet/schedules/0/recurrence': '@daily' },
  ],
  [
    `'fleet.schedules[0].recurrence' must be a cron expression of five fields with single spaces, got "0 0 L * *"; write it like '0 20 * * MON-FRI'`,
    { 'fleet/schedules/0/recurrence': '0 0 L * *' },
  ],
  [
    `'fleet.schedules[0].recurrence' must name a day that comes, got "0 0 30 2 *"; correct its day and month`,
    { 'fleet/schedules/0/recurrence': '0 0 30 2 *' },
  ],
  [
    `'fleet.schedules[0].recurrence' must be a cron expression of five fields with single spaces, got "0  20 * * MON"; write it like '0 20 * * MON-FRI'`,
    { 'fleet/schedules/0/recurrence': '0  20 * * MON' },
  ],
  [
    `'fleet.schedules[0].recurrence' must be a cron expression of five fields with single spaces, got "* * * * * *"; write it like '0 20 * * MON-FRI'`,
    { 'fleet/schedules/0/recurrence': '* * * * * *' },
  ],
  [
    `'fleet.schedules[0].startTime' must not be in the past, got "2026-11-20T12:00:00Z"; remove the schedule or choose a later time`,
    { 'fleet/schedules/0/recurrence': undefined, 'fleet/schedules/0/startTime': '2026-11-20T12:00:00Z' },
  ],
  [
    `'fleet.schedules[0].startTime' must be a moment in UTC as YYYY-MM-DDThh:mm:ssZ, got "2027-02-30T12:00:00Z"; write it like '2027-01-01T12:00:00Z'`,
    { 'fleet/schedules/0/recurrence': undefined, 'fleet/schedules/0/startTime': '2027-02-30T12:00:00Z' },
  ],
  [
    `'fleet.schedules[0].startTime' must be a moment in UTC as YYYY-MM-DDThh:mm:ssZ, got "2027-01-01T12:00:00+01:00"; write it like '2027-01-01T12:00:00Z'`,
    { 'fleet/schedules/0/recurrence': undefined, 'fleet/schedules/0/startTime': '2027-01-01T12:00:00+01:00' },
  ],
  [
    `'fleet.schedules[0].startTime' must be a moment in UTC as YYYY-MM-DDThh:mm:ssZ, got "tomorrow"; write it like '2027-01-01T12:00:00Z'`,
    { 'fleet/schedules/0/recurrence': undefined, 'fleet/schedules/0/startTime': 'tomorrow' },
  ],
  [
    `'fleet.schedules[1].maxSize' must not exceed 'fleet.maxSize' (2), got 3; lower it or raise the other`,
    { 'fleet/schedules/1/maxSize': 3 },
  ],
  [
    `'fleet.schedules[1].minSize' must not exceed 'maxSize' (1), got 2; lower it or raise the other`,
    { 'fleet/schedules/1/minSize': 2, 'fleet/schedules/1/maxSize': 1 },
  ],
  [
    `'fleet.schedules[1].desiredCapacity' must be 'minSize' to 'maxSize' (1 to 2), got 0; correct it`,
    { 'fleet/schedules/1/desiredCapacity': 0 },
  ],
  [
    `'fleet.schedules[0].minSize' must not be below 'fleet.minSize' (1) unless it is 0, got -1; raise it or lower the other`,
    { 'fleet/schedules/0/minSize': -1 },
  ],
  [
    `'fleet.schedules[1].minSize' must not be below 'fleet.minSize' (2) unless it is 0, got 1; raise it or lower the other`,
    { 'fleet/minSize': 2, 'fleet/desiredCapacity': 2, 'fleet/schedules/1/desiredCapacity': 2 },
  ],
];

describe('mistakes in schedules', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('development', changes)).toEqual([sentence]);
  });
});
