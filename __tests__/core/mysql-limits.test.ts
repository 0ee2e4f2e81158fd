import fc from 'fast-check';
import { leastStorageLimitGiB, MYSQL_STORAGE_GIB, offersPerformanceInsights } from '../../src/core/mysql-limits';

test('the limit of storage autoscaling is the first whole number that is 10 % above the storage', () => {
  fc.assert(
    fc.property(fc.integer(MYSQL_STORAGE_GIB), (storage) => {
      const limit = leastStorageLimitGiB(storage);

      expect(limit * 10).toBeGreaterThanOrEqual(storage * 11);
      expect((limit - 1) * 10).toBeLessThan(storage * 11);
    }),
  );
});

test('50 GiB may grow to 55 GiB', () => {
  expect(leastStorageLimitGiB(50)).toBe(55);
});

test.each([
  ['db.t4g.micro', false],
  ['db.t3.small', false],
  ['db.t4g.medium', true],
  ['db.m7g.large', true],
])('Performance Insights on %s: %s', (instanceClass, offered) => {
  expect(offersPerformanceInsights(instanceClass)).toBe(offered);
});
