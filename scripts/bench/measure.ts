import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** Root of the project. */
export const ROOT = resolve(__dirname, '../..');

/** The compiled app and command line. */
export const COMPILED = { app: join(ROOT, 'lib', 'main.js'), cli: join(ROOT, 'lib', 'src', 'cli', 'main.js') };

/** The environment that is measured. */
export const ENVIRONMENT = 'production';

/** How a measured process is started. */
export interface Start {
  readonly program: string;
  readonly args: readonly string[];
  /** @default - the root of the project */
  readonly cwd?: string;
  /** Variables besides those of this process; undefined removes one. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a process to its end and returns what it printed.
 *
 * @throws Error with what it said when it does not exit 0
 */
export function run({ program, args, cwd = ROOT, variables = {} }: Start): string {
  const env = { ...process.env, TF_WORKSPACE: ENVIRONMENT, CHECKPOINT_DISABLE: '1', ...variables };
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return stdout;
  throw new Error(`'${[program, ...args].join(' ')}' failed: ${error?.message ?? ''}\n${stderr}\n${stdout}`);
}

/** Seconds that a piece of work takes. */
export function secondsOf(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Median seconds of each piece of work, over several rounds.
 *
 * Each round runs all of them one after the other, so that whatever else the machine does meanwhile slows all of them
 * alike and the ratios stay true.
 */
export function compare<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, () => void>>,
): Readonly<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const times = Array.from({ length: rounds }, () => names.map((name) => secondsOf(works[name])));
  const medians = names.map((name, column) => [name, median(times.map((row) => row[column] ?? Number.NaN))] as const);
  return Object.fromEntries(medians) as Record<Name, number>;
}
