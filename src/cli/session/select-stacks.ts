import { UserError } from '../../core/errors';
import { closest } from '../../core/suggestion';
import type { StackAssembly } from '../../terraform/assembly';

/**
 * The stacks a run is about, in dependency order.
 *
 * @param wanted ids from `--stack`; empty means all but `unlessNamed`
 * @param unlessNamed stack that is left out unless it is named: the one that holds every other's state
 * @throws UserError when an id is unknown; the message lists the known ones
 */
export function selectStacks(
  stacks: readonly StackAssembly[],
  wanted: readonly string[],
  unlessNamed?: string,
): readonly StackAssembly[] {
  const unknown = wanted.find((id) => !stacks.some(({ name }) => name === id));
  if (unknown !== undefined) {
    const known = stacks.map(({ name }) => name);
    const meant = closest(unknown, known);
    throw new UserError(
      `'--stack' must be one of ${known.join(', ')}, got '${unknown}'` +
        (meant === undefined ? '' : `; did you mean '${meant}'`),
    );
  }
  if (wanted.length > 0) return stacks.filter(({ name }) => wanted.includes(name));
  return stacks.filter(({ name }) => name !== unlessNamed);
}
