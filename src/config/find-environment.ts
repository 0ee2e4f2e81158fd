import { UserError } from '../core/errors';
import { checkEnvironments, conflictsOf } from './check-environments';
import type { Environment } from './environment';
import { printed } from './printed';
import { ConfigurationError, problem } from './problem';
import { closest } from '../core/suggestion';

/** Environments by name, each behind a function, so that a mistake in one file does not hide the others. */
export type EnvironmentFiles = Readonly<Record<string, () => Environment>>;

/**
 * The checked environment of this name.
 *
 * It is also compared with the others as far as they are sound; a mistake in another file does not matter here.
 *
 * @throws UserError for a name that is not known, listing those that are
 * @throws ConfigurationError when the environment breaks a rule or conflicts with another
 */
export function findEnvironment(files: EnvironmentFiles, name: string): Environment {
  const environment = read(files, name);
  const others = soundEnvironments(files).filter((other) => other.name !== name);
  const conflicts = conflictsOf(environment, others);
  if (conflicts.length > 0) throw new ConfigurationError(name, conflicts);
  return environment;
}

/** All environments without mistakes, in the order of their names in `files`. */
export function soundEnvironments(files: EnvironmentFiles): readonly Environment[] {
  return Object.keys(files).flatMap((name) => {
    try {
      return [read(files, name)];
    } catch (error) {
      if (error instanceof UserError) return [];
      throw error;
    }
  });
}

/**
 * Every environment, checked by itself and against the others.
 *
 * @throws ConfigurationError for the first environment that breaks a rule, or for all conflicts
 */
export function allEnvironments(files: EnvironmentFiles): readonly Environment[] {
  const environments = Object.keys(files).map((name) => read(files, name));
  checkEnvironments(environments);
  return environments;
}

function read(files: EnvironmentFiles, name: string): Environment {
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (file === undefined) throw unknownEnvironment(name, Object.keys(files));
  const environment = file();
  if (environment.name === name) return environment;
  const rule = `must be '${name}', the key under which the environment is listed`;
  throw new ConfigurationError(name, [problem('name', rule, environment.name, 'make the two the same')]);
}

function unknownEnvironment(name: string, known: readonly string[]): UserError {
  const meant = closest(name, known);
  const list = known.length === 0 ? 'there are none' : `known are ${known.join(', ')}`;
  const hint = meant === undefined ? 'choose one of them' : `did you mean '${meant}'`;
  return new UserError(`the environment must be one that is defined (${list}), got ${printed(name)}; ${hint}`);
}
