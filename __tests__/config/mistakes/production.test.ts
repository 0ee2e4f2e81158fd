import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    `'domain' must be given in production, where HTTPS is required, got nothing; add it, for example domain: { name: 'www.example.com' }`,
    { domain: undefined },
  ],
  [
    `'network.nat' must be 'per-zone' in production, so that no zone depends on another, got "single"; use 'per-zone'`,
    { 'network/nat': 'single' },
  ],
  [
    `'fleet.minSize' must be at least 2 in production, so that a zone can fail, got 1; raise it`,
    { 'fleet/minSize': 1 },
  ],
  [
    `'database.multiAz' must be true in production, so that a zone can fail, got false; use true`,
    { 'database/multiAz': false },
  ],
  [
    `'database.backupRetentionDays' must be at least 7 days in production, got 6; raise it`,
    { 'database/backupRetentionDays': 6 },
  ],
  [
    `'protection' must not be off without a date in production, got "off"; use 'on', or { offUntil, reason } to destroy it on purpose`,
    { protection: 'off' },
  ],
  [`'alertEmails' must name somebody in production, got an empty list; add an address`, { alertEmails: [] }],
  [
    `'state.type' must be 's3' or 'cloud' in production, got "local"; keep the state where others and a lock can reach it`,
    { state: { type: 'local' } },
  ],
  [
    `'fleet.schedules[0].minSize' must not be below 'fleet.minSize' (2) in production, got 0; raise it or lower the other`,
    { 'fleet/schedules': [{ name: 'night', recurrence: '0 20 * * *', minSize: 0, maxSize: 2, desiredCapacity: 0 }] },
  ],
  [
    `'fleet.schedules[0].minSize' must not be below 'fleet.minSize' (2) in production, got 1; raise it or lower the other`,
    { 'fleet/schedules': [{ name: 'night', recurrence: '0 20 * * *', minSize: 1, maxSize: 2, desiredCapacity: 1 }] },
  ],
];

describe('mistakes in what production demands', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('production', changes)).toEqual([sentence]);
  });
});
