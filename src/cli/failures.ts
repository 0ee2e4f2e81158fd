import { messageOf, UserError } from '../core/errors';
import type { JobResult } from '../terraform/schedule/scheduler';

/** A stack that could not be worked on. */
export interface StackFailure {
  readonly stack: string;
  readonly error: string;
}

/** The first line of what went wrong, for a progress line. */
export function failureText(error: unknown): string {
  return messageOf(error).split('\n')[0] ?? '';
}

/**
 * The stacks that failed or were not begun, in words.
 *
 * @throws whatever is no UserError: a defect has to show its stack
 */
export function failuresOf<T>(results: ReadonlyMap<string, JobResult<T>>): readonly StackFailure[] {
  return [...results].flatMap(([stack, result]) => {
    if (result.status === 'ok') return [];
    if (result.status === 'skipped') return [{ stack, error: skippedText(result.because) }];
    if (!(result.error instanceof UserError)) throw result.error;
    return [{ stack, error: result.error.message }];
  });
}

/** The values of the jobs that succeeded, in order. */
export function valuesOf<T>(results: ReadonlyMap<string, JobResult<T>>): readonly T[] {
  return [...results.values()].flatMap((result) => (result.status === 'ok' ? [result.value] : []));
}

/** One paragraph a reason, behind the stacks that failed for it: a missing tool is said once and not for every stack. */
export function renderFailures(failures: readonly StackFailure[]): string {
  const reasons = [...new Set(failures.map(({ error }) => error))];
  const stacksOf = (reason: string): string[] =>
    failures.filter(({ error }) => error === reason).map(({ stack }) => stack);
  return reasons.map((reason) => `${stacksOf(reason).join(', ')}: ${reason}`).join('\n');
}

function skippedText(because: string): string {
  return because === 'interrupted'
    ? 'not begun because the run was interrupted'
    : `not begun because '${because}' failed`;
}
