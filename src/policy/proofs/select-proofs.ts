import { UserError } from '../../core/errors';
import { packsNamed } from '../pack';
import { PROOFS } from './index';
import type { Proof } from './proof';

/**
 * The proofs that packs ask for, or the one of a name whatever the packs.
 *
 * @throws UserError when there is no proof of that name, or no such pack
 */
export function selectProofs(packs: readonly string[], name?: string): readonly Proof[] {
  const held = packsNamed(packs).flatMap(({ holds }) => holds);
  if (name === undefined) return PROOFS.filter(({ pack }) => held.includes(pack));
  const proof = PROOFS.find((each) => each.name === name);
  if (proof !== undefined) return [proof];
  throw new UserError(`the proof must be one of ${PROOFS.map((each) => each.name).join(', ')}, got '${name}'`);
}
