import { UserError } from '../../../core/errors';
import type { LabUnderTest } from '../lab-under-test';
import { type Answer, failed, inWords, Traffic } from './traffic';

const VISITS_PER_SECOND = 5;

/** What visitors got while something happened. */
export interface Watched<T> {
  readonly value: T;
  readonly answers: readonly Answer[];
}

/** Does something while visitors come to the home page through the balancer. */
export async function watched<T>(lab: LabUnderTest, work: () => Promise<T>): Promise<Watched<T>> {
  const traffic = new Traffic(() => lab.visitor.visit('/'), VISITS_PER_SECOND);
  const value = await work().finally(() => traffic.stop());
  return { value, answers: await traffic.stop() };
}

/**
 * Checks that requests failed only while the balancer could not know better.
 *
 * @param until when it knew, in milliseconds since 1970
 * @throws UserError when a later one failed
 */
export function requireNoneAfter(answers: readonly Answer[], until: number): void {
  const late = failed(answers).filter(({ askedAt }) => askedAt > until);
  if (late.length > 0) throw new UserError(`after the balancer knew: ${inWords(late)}`);
}

/**
 * Checks that no request failed.
 *
 * @throws UserError when one did
 */
export function requireNone(answers: readonly Answer[]): void {
  if (failed(answers).length > 0) throw new UserError(`visitors noticed: ${inWords(answers)}`);
}
