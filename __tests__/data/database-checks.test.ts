import fc from 'fast-check';
import type { DatabaseProps } from '../../src/data/database-props';
import { ValidationError } from '../../src/core/errors';
import { synthesize, testStack } from '../../src/testing';
import { FakeNetwork } from '../support/fake-network';
import { makeDatabase } from './fixtures';

test.each<[Partial<DatabaseProps>, string]>([
  [
    { databaseName: 'word_press' },
    "'databaseName' must be 1 to 64 lower-case letters and digits and begin with a letter, got 'word_press'; rename it",
  ],
  [{ instanceClass: 't4g.medium' }, "'instanceClass' must look like 'db.t4g.medium', got 't4g.medium'; correct it"],
  [
    { instanceClass: 'db.t4g.micro', performanceInsights: true },
    "'performanceInsights' is not offered for 'db.t4g.micro'; leave it out or take a medium class or larger",
  ],
  [{ allocatedStorageGiB: 19 }, "'allocatedStorageGiB' must be a whole number from 20 to 65536, got 19; correct it"],
  [
    { maxAllocatedStorageGiB: 21 },
    "'maxAllocatedStorageGiB' must be a whole number from 22 (10 % above 'allocatedStorageGiB') to 65536, got 21; correct it",
  ],
  [{ backupRetentionDays: 36 }, "'backupRetentionDays' must be a whole number from 0 to 35, got 36; correct it"],
  [
    { backupWindow: '03:00-03:29' },
    "'backupWindow' must be at least 30 minutes in UTC like '03:00-04:00', got '03:00-03:29'; correct it",
  ],
  [
    { maintenanceWindow: 'Mon:04:30-Mon:05:30' },
    "'maintenanceWindow' must be 30 minutes to 24 hours in UTC like 'mon:04:30-mon:05:30', got 'Mon:04:30-Mon:05:30'; correct it",
  ],
  [
    { maintenanceWindow: 'mon:03:30-mon:04:30' },
    "'maintenanceWindow' must not overlap 'backupWindow' (03:00-04:00), got 'mon:03:30-mon:04:30'; move one of them",
  ],
])('fails for %j', (changes, message) => {
  expect(() => makeDatabase(testStack(), changes)).toThrow(`${message}\n  in test/Database (Database)`);
});

test('fails in a network of one zone', () => {
  const stack = testStack();
  const network = new FakeNetwork(stack, 'Network', ['eu-west-1a']);

  expect(() => makeDatabase(stack, { network })).toThrow(
    "'network' must span at least two availability zones, got 1; add a zone",
  );
});

test('reports all problems together', () => {
  const stack = testStack();

  expect(() => makeDatabase(stack, { databaseName: 'A', backupRetentionDays: -1 })).toThrow(
    /'databaseName'.*\n'backupRetentionDays'/,
  );
});

test('takes or refuses any storage and retention, and throws nothing else', () => {
  const number = fc.oneof(fc.integer({ min: -5, max: 70_000 }), fc.constantFrom(NaN, Infinity, 20.5));
  fc.assert(
    fc.property(number, number, number, (allocatedStorageGiB, maxAllocatedStorageGiB, backupRetentionDays) => {
      const changes = { allocatedStorageGiB, maxAllocatedStorageGiB, backupRetentionDays };
      try {
        const json = synthesize((stack) => void makeDatabase(stack, changes));
        const instance = json.only('aws_db_instance');
        expect(instance['max_allocated_storage']).toBeGreaterThan(Number(instance['allocated_storage']));
      } catch (error) {
        expect(error).toBeInstanceOf(ValidationError);
      }
    }),
    { numRuns: 60 },
  );
});
