import type { TerraformStack } from 'cdktf';
import fc from 'fast-check';
import { BackupsBucket } from '../../src/data/backups-bucket';
import { MINIMUM_DAYS, worthwhile, type StorageClass } from '../../src/data/bucket-lifecycle';
import { LogsBucket } from '../../src/data/logs-bucket';
import { MediaBucket } from '../../src/data/media-bucket';
import { ReleasesBucket } from '../../src/data/releases-bucket';
import { synthesize, testStack } from '../../src/testing';
import { BUCKET, KEY } from './fixtures';

interface Rule {
  readonly transition: readonly { readonly days: number; readonly storage_class: StorageClass }[];
  readonly noncurrent_version_transition: readonly {
    readonly noncurrent_days: number;
    readonly storage_class: StorageClass;
  }[];
  readonly expiration: readonly [{ readonly days?: number; readonly expired_object_delete_marker?: boolean }];
  readonly noncurrent_version_expiration: readonly [{ readonly noncurrent_days: number }];
}

function ruleOf(make: (stack: TerraformStack) => unknown): Rule {
  const { rule } = synthesize((stack) => void make(stack)).only('aws_s3_bucket_lifecycle_configuration');
  return (rule as [Rule])[0];
}

const backups =
  (glacierAfterDays: number, expireAfterDays: number, deepArchiveAfterDays?: number) => (stack: TerraformStack) =>
    new BackupsBucket(stack, 'Backups', {
      ...BUCKET,
      key: KEY,
      glacierAfterDays,
      expireAfterDays,
      deepArchiveAfterDays,
    });

const logs = (expireAfterDays: number) => (stack: TerraformStack) =>
  new LogsBucket(stack, 'Logs', { ...BUCKET, expireAfterDays });

const media = (noncurrentDays: number) => (stack: TerraformStack) =>
  new MediaBucket(stack, 'Media', { ...BUCKET, key: KEY, noncurrentDays });

test('current media go to Infrequent Access and stay; replaced ones go to Glacier and end', () => {
  expect(ruleOf(media(365))).toMatchObject({
    transition: [{ days: 30, storage_class: 'STANDARD_IA' }],
    expiration: [{ expired_object_delete_marker: true }],
    noncurrent_version_transition: [{ noncurrent_days: 30, storage_class: 'GLACIER_IR' }],
    noncurrent_version_expiration: [{ noncurrent_days: 365 }],
  });
});

test('releases stay where they are until they are deleted', () => {
  const rule = ruleOf((stack) => new ReleasesBucket(stack, 'Releases', { ...BUCKET, key: KEY }));

  expect(rule).toMatchObject({
    transition: [],
    expiration: [{ expired_object_delete_marker: true }],
    noncurrent_version_expiration: [{ noncurrent_days: 90 }],
  });
});

test('backups go to Glacier and end', () => {
  expect(ruleOf(backups(0, 90))).toMatchObject({
    transition: [{ days: 0, storage_class: 'GLACIER' }],
    expiration: [{ days: 90 }],
  });
});

test('backups go on to the deep archive when told', () => {
  expect(ruleOf(backups(30, 400, 120)).transition).toEqual([
    { days: 30, storage_class: 'GLACIER' },
    { days: 120, storage_class: 'DEEP_ARCHIVE' },
  ]);
});

test.each([
  [365, ['STANDARD_IA', 'GLACIER']],
  [180, ['STANDARD_IA', 'GLACIER']],
  [179, ['STANDARD_IA']],
  [60, ['STANDARD_IA']],
  [59, []],
  [1, []],
])('logs kept %d days pass through %j', (days, classes) => {
  expect(ruleOf(logs(days)).transition.map(({ storage_class: storageClass }) => storageClass)).toEqual(classes);
  expect(ruleOf(logs(days)).expiration).toEqual([{ days }]);
});

test.each([
  [
    media(119),
    "'noncurrentDays' must be a whole number of at least 120 (30 days and Glacier Instant Retrieval's minimum of 90), got 119; raise it",
  ],
  [
    backups(-1, 100),
    "'glacierAfterDays' must be a whole number of at least 0, what the classes before it bill, got -1; raise it",
  ],
  [
    backups(30, 119),
    "'expireAfterDays' must be a whole number of at least 120, what the classes before it bill, got 119; raise it",
  ],
  [
    backups(30, 400, 119),
    "'deepArchiveAfterDays' must be a whole number of at least 120, what the classes before it bill, got 119; raise it",
  ],
  [
    backups(30, 299, 120),
    "'expireAfterDays' must be a whole number of at least 300, what the classes before it bill, got 299; raise it",
  ],
  [logs(0), "'expireAfterDays' must be a whole number of at least 1, got 0; correct it"],
])('fails for days that cannot be (%#)', (make, message) => {
  expect(() => make(testStack())).toThrow(message);
});

test('no object is paid for longer than it is kept, whatever the days', () => {
  const transition = fc.record({
    storageClass: fc.constantFrom<StorageClass>('STANDARD_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'),
    afterDays: fc.nat(500),
  });
  const ascending = fc
    .array(transition, { maxLength: 4 })
    .map((each) => each.sort((a, b) => a.afterDays - b.afterDays));
  fc.assert(
    fc.property(ascending, fc.integer({ min: 1, max: 900 }), (transitions, end) => {
      const kept = worthwhile(transitions, end);
      const stays = kept.map(({ afterDays }, index) => (kept[index + 1]?.afterDays ?? end) - afterDays);

      expect(stays.every((days, index) => days >= MINIMUM_DAYS[kept[index]?.storageClass ?? 'GLACIER'])).toBe(true);
    }),
  );
});
