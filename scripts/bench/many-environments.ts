import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { seconds, type Budget } from './budget';
import { compare, median, run } from './measure';

const MANY = 100;

/** How a process grows with the number of environments it builds: neither time nor memory may run away. */
export function manyEnvironmentsBudgets(scratch: string, rounds: number): readonly Budget[] {
  const folder = mkdtempSync(join(scratch, 'environments-'));
  const peaks: number[] = [];
  const build = (count: number): number => {
    const args = [join(__dirname, 'build-environments.js'), String(count), join(folder, String(count))];
    return Number(run({ program: process.execPath, args }));
  };
  const times = compare(rounds, { one: () => void build(1), many: () => void peaks.push(build(MANY)) });
  return [
    {
      name: `${MANY} environments / one`,
      meaning: `${MANY} environments of different names and ranges built and written by one process, over a process for one`,
      unit: 'x',
      value: times.many / times.one,
      limit: 20,
      detail: `${seconds(times.many)} / ${seconds(times.one)}`,
    },
    {
      name: `memory of ${MANY} environments`,
      meaning: 'the most memory that process ever had',
      unit: 'MB',
      value: median(peaks),
      limit: 300,
      detail: '',
    },
  ];
}
