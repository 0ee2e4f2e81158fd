import fc from 'fast-check';
import { jobMatrix } from '../../src/drift';

test('gives every environment to one job, in order, as evenly as may be', () => {
  const environments = fc
    .integer({ min: 1, max: 600 })
    .map((count) => Array.from({ length: count }, (_, i) => `e${i}`));
  fc.assert(
    fc.property(environments, fc.integer({ min: 1, max: 256 }), (names, most) => {
      const { include } = jobMatrix(names, most);
      const sizes = include.map((job) => job.environments.length);

      expect(include.flatMap((job) => job.environments)).toEqual(names);
      expect(include.length).toBe(Math.min(most, names.length));
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(new Set(include.map(({ name }) => name)).size).toBe(include.length);
    }),
  );
});

test('tells each job what to ask for, and is named by its environment where that is the only one', () => {
  expect(jobMatrix(['a', 'b', 'c'], 2).include).toEqual([
    { name: 'part-1', environments: ['a', 'b'], arguments: '--only a --only b' },
    { name: 'part-2', environments: ['c'], arguments: '--only c' },
  ]);
  expect(jobMatrix(['a', 'b'], 256).include.map(({ name }) => name)).toEqual(['a', 'b']);
});

test('makes no job where there is no environment', () => {
  expect(jobMatrix([], 5)).toEqual({ include: [] });
});
