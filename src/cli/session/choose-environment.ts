import { UserError } from '../../core/errors';
import type { Variables } from '../../terraform/process/process-environment';

/** The environment that read-only commands take when nothing chooses one. */
export const DEFAULT_ENVIRONMENT = 'development';

/**
 * The environment of a run: the option, else `TF_WORKSPACE`, else `development` for commands that change nothing.
 *
 * @throws UserError when a command that changes things was told no environment, or the name cannot be one
 */
export function chooseEnvironment(option: string | undefined, variables: Variables, changing: boolean): string {
  const fromVariable = variables['TF_WORKSPACE'] === '' ? undefined : variables['TF_WORKSPACE'];
  const name = option ?? fromVariable ?? (changing ? undefined : DEFAULT_ENVIRONMENT);
  if (name === undefined) {
    throw new UserError(
      "'--environment' is required by commands that change things; give '--environment NAME' or set TF_WORKSPACE",
    );
  }
  // the name becomes a folder and a workspace
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) {
    const source = option === undefined ? 'TF_WORKSPACE' : '--environment';
    throw new UserError(`'${source}' must be lower-case letters, digits and hyphens, got '${name}'`);
  }
  return name;
}
