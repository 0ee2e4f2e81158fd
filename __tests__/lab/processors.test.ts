import { allowedProcessors, leastUsed, processorsIn } from '../../src/lab/inside/nodes/processors';

test.each([
  ['0', [0]],
  ['0-3', [0, 1, 2, 3]],
  ['0-1,4,6-7', [0, 1, 4, 6, 7]],
])('reads the list %s', (list, expected) => {
  expect(processorsIn(list)).toEqual(expected);
});

test('knows at least one processor of a Linux machine', () => {
  if (process.platform === 'linux') expect(allowedProcessors().length).toBeGreaterThan(0);
});

test.each([
  [[], 2],
  [[2], 3],
  [[2, 3], 2],
  [[2, 3, 2], 3],
  [[3, 3], 2],
])('chooses of 2 and 3, when %j are in use, %d', (used, expected) => {
  expect(leastUsed([2, 3], used)).toBe(expected);
});
