import type { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import { NAME_LIMITS, physicalName, type NameScope } from '../core/naming';

/**
 * `<system>-<environment>-<part>` for a role.
 *
 * @throws ValidationError when IAM would refuse it for its length
 */
export function roleName(scope: Construct, name: NameScope, part: string): string {
  const full = physicalName(name, part);
  if (full.length > NAME_LIMITS.iamRole) {
    throw new ValidationError(
      scope,
      `'name' must make a role name of at most ${NAME_LIMITS.iamRole} characters, got '${full}'; shorten its parts`,
    );
  }
  return full;
}
