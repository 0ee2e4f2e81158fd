import { readFileSync } from 'node:fs';

/** Numbers of the processors that this process may use. */
export function allowedProcessors(): readonly number[] {
  const status = readFileSync('/proc/self/status', 'utf8');
  return processorsIn(/^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '0');
}

/** The numbers in a list as Linux writes it, such as `0-2,5`. */
export function processorsIn(list: string): readonly number[] {
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/** The processor that the fewest use, the first of several. */
export function leastUsed(processors: readonly number[], used: readonly number[]): number {
  const uses = (processor: number): number => used.filter((each) => each === processor).length;
  return processors.reduce((least, each) => (uses(each) < uses(least) ? each : least), processors[0] ?? 0);
}
