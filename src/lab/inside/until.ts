import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../core/errors';

const POLL_MS = 200;

/**
 * Waits until a condition holds.
 *
 * @throws UserError with `problem` when it does not in time
 */
export async function until(holds: () => Promise<boolean>, timeoutMs: number, problem: string): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new UserError(`${problem} within ${timeoutMs / 1000} seconds`);
    await sleep(POLL_MS);
  }
}
