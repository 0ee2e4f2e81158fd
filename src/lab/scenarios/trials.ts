import { UserError } from '../../core/errors';
import { NODE_FAULT_TRIALS } from './node-faults';
import type { Trial } from './trial';

/** Everything that the lab can show, in the order in which it is shown. */
export const TRIALS: readonly Trial[] = [...NODE_FAULT_TRIALS];

/**
 * The trials of these names in the order of the catalogue; all of them when none is named.
 *
 * @throws UserError when there is none of a name
 */
export function chooseTrials(names: readonly string[], trials: readonly Trial[] = TRIALS): readonly Trial[] {
  const unknown = names.find((name) => !trials.some((trial) => trial.name === name));
  if (unknown === undefined) return names.length === 0 ? trials : trials.filter(({ name }) => names.includes(name));
  const known = trials.map(({ name }) => `'${name}'`).join(', ');
  throw new UserError(`nothing to prove is called '${unknown}'; choose from ${known}`);
}
