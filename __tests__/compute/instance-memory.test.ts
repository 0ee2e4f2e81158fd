import { instanceFiles } from '../../src/bootstrap';
import { instanceMemoryGiB, phpWorkers } from '../../src/compute';

test.each([
  ['t4g.nano', 0.5],
  ['t4g.small', 2],
  ['t3.2xlarge', 32],
  ['c7g.medium', 2],
  ['c6in.xlarge', 8],
  ['m7i-flex.large', 8],
  ['m6g.4xlarge', 64],
  ['r8gd.2xlarge', 64],
  ['x2gd.large', 32],
  ['x2iedn.xlarge', 128],
  ['z1d.large', 16],
])('%s has %d GiB of memory', (instanceType, memory) => {
  expect(instanceMemoryGiB(instanceType)).toBe(memory);
});

test.each(['g4dn.xlarge', 'mac1.metal', 't4g.huge', 'm7g', '', 'trn1.2xlarge'])(
  "the memory of '%s' is not known",
  (instanceType) => {
    expect(instanceMemoryGiB(instanceType)).toBeUndefined();
  },
);

describe('phpWorkers', () => {
  test.each([
    [0.5, 5],
    [2, 15],
    [4, 30],
    [64, 200],
  ])('%d GiB of memory give %d processes at most', (memory, workers) => {
    expect(phpWorkers(memory)).toBe(workers);
  });

  test('calculates as the bootstrap does', () => {
    const program = instanceFiles({ family: 'debian-13' })
      .map(({ content }) => content)
      .join('\n');

    expect(program).toContain('n = int($2 * 0.6 / 1024 / 80); print (n < 5 ? 5 : n > 200 ? 200 : n)');
  });
});
