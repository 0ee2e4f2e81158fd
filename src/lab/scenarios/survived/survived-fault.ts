import { FAULTS, type FaultName } from '../../faults';
import type { Trial } from '../trial';

/** A fault that the site must survive, with the words of the catalogue. */
export function survivedFault(name: FaultName, run: Trial['run'], more: Pick<Trial, 'undisturbed'> = {}): Trial {
  const { summary, expected } = FAULTS[name];
  return { name, summary, expected, ...more, run };
}
