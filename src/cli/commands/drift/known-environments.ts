import { UserError } from '../../../core/errors';
import { closest } from '../../../core/suggestion';
import type { Context } from '../../context';
import type { CommonOptions } from '../../options';
import { openSession } from '../../session/session';

/**
 * The environments that the app knows, or those of them that are named.
 *
 * @param what is asked for, as the user wrote it
 * @param only names to choose; empty takes all
 * @throws UserError when the app does not tell its environments, or a name is none of them
 */
export async function knownEnvironments(
  context: Context,
  options: CommonOptions,
  what: string,
  only: readonly string[] = [],
): Promise<readonly string[]> {
  if (options.environment !== undefined)
    throw new UserError(`'--environment' does not go with '${what}', which is about every environment; leave it out`);
  const { file } = await openSession(context, { ...options, stack: [] });
  if (file === undefined)
    throw new UserError("the app writes no 'environments.json', so its environments are not known; name one by '-e'");
  const known = file.environments.map(({ name }) => name);
  for (const name of only.filter((each) => !known.includes(each))) {
    const meant = closest(name, known);
    const hint = meant === undefined ? '' : `; did you mean '${meant}'`;
    throw new UserError(`'--only' must be one of ${known.join(', ')}, got '${name}'${hint}`);
  }
  return only.length === 0 ? known : known.filter((name) => only.includes(name));
}
