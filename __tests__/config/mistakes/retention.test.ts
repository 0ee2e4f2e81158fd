import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    `'storage.mediaNoncurrentDays' must be 120 to 36500 days, got 90; use at least 120`,
    { 'storage/mediaNoncurrentDays': 90 },
  ],
  [`'storage.accessLogDays' must be 1 to 36500 days, got 0; use at least 1`, { 'storage/accessLogDays': 0 }],
  [
    `'storage.backupGlacierAfterDays' must be 1 to 36500 days, got 0; use at least 1`,
    { 'storage/backupGlacierAfterDays': 0 },
  ],
  [
    `'storage.backupExpireDays' must be at least 90 days after 'storage.backupGlacierAfterDays' (30), got 100; use at least 120`,
    { 'storage/backupExpireDays': 100 },
  ],
  [
    `'storage.backupExpireDays' must be 1 to 36500 days, got 40000; use at most 36500`,
    { 'storage/backupExpireDays': 40000 },
  ],
  [
    `'logRetentionDays' must be a number of days that CloudWatch Logs accepts, got 10; use 14`,
    { logRetentionDays: 10 },
  ],
  [`'logRetentionDays' must be a number of days that CloudWatch Logs accepts, got 0; use 1`, { logRetentionDays: 0 }],
  [
    `'logRetentionDays' must be a number of days that CloudWatch Logs accepts, got 5000; use 3653`,
    { logRetentionDays: 5000 },
  ],
];

describe('mistakes in retention', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('development', changes)).toEqual([sentence]);
  });
});
