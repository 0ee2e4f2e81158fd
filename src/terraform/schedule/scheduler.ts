import { availableParallelism } from 'node:os';
import { inDependencyOrder } from './dependency-order';

/** One piece of work that may have to wait for others. */
export interface Job<T> {
  readonly name: string;
  /** Names of jobs that have to succeed first; names that are not scheduled are ignored. */
  readonly dependencies: readonly string[];
  run(signal: AbortSignal): Promise<T>;
}

/** How a job ended. */
export type JobResult<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown }
  /** `because` names the job that did not succeed, or is `interrupted`. */
  | { readonly status: 'skipped'; readonly because: string };

/** How to run jobs. */
export interface ScheduleOptions {
  /**
   * How many jobs run at the same time.
   *
   * @default - as many as the machine has processors
   */
  readonly concurrency?: number;
  /** Once aborted no further job starts; those that run are told and waited for. */
  readonly signal?: AbortSignal;
}

/**
 * Runs jobs in the order of their dependencies, independent ones side by side.
 *
 * A failure stops only what depends on it. Results are in the order the jobs were given.
 *
 * @throws UserError when names repeat or dependencies form a cycle
 */
export async function schedule<T>(
  jobs: readonly Job<T>[],
  options: ScheduleOptions = {},
): Promise<ReadonlyMap<string, JobResult<T>>> {
  const names = new Set(jobs.map(({ name }) => name));
  const known = jobs.map((job) => ({
    name: job.name,
    dependencies: job.dependencies.filter((name) => names.has(name)),
    job,
  }));
  const waiting = inDependencyOrder(known);
  const results = new Map<string, JobResult<T>>();
  const running = new Map<string, Promise<void>>();
  const signal = options.signal ?? new AbortController().signal;
  const concurrency = Math.max(1, options.concurrency ?? availableParallelism());

  const start = (job: Job<T>): void => {
    const run = outcome(job, signal).then((result) => {
      results.set(job.name, result);
      running.delete(job.name);
    });
    running.set(job.name, run);
  };
  while (waiting.length > 0 || running.size > 0) {
    for (const entry of [...waiting]) {
      const verdict = readiness(entry.dependencies, results, signal);
      if (verdict === 'wait' || (verdict === 'ready' && running.size >= concurrency)) continue;
      waiting.splice(waiting.indexOf(entry), 1);
      if (verdict === 'ready') start(entry.job);
      else results.set(entry.name, verdict);
    }
    if (running.size > 0) await Promise.race(running.values());
  }
  return new Map(jobs.map(({ name }) => [name, results.get(name) ?? { status: 'skipped', because: 'interrupted' }]));
}

function readiness<T>(
  dependencies: readonly string[],
  results: ReadonlyMap<string, JobResult<T>>,
  signal: AbortSignal,
): 'ready' | 'wait' | { readonly status: 'skipped'; readonly because: string } {
  if (signal.aborted) return { status: 'skipped', because: 'interrupted' };
  const unsuccessful = dependencies.find((name) => (results.get(name)?.status ?? 'ok') !== 'ok');
  if (unsuccessful !== undefined) return { status: 'skipped', because: unsuccessful };
  return dependencies.every((name) => results.has(name)) ? 'ready' : 'wait';
}

async function outcome<T>(job: Job<T>, signal: AbortSignal): Promise<JobResult<T>> {
  try {
    return { status: 'ok', value: await job.run(signal) };
  } catch (error) {
    return { status: 'failed', error };
  }
}
