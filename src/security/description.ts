import type { IConstruct } from 'constructs';
import { ValidationError } from '../core/errors';

/** What EC2 accepts in descriptions of security groups and their rules (API reference, IpRange). */
const DESCRIPTION = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{1,255}$/;

/**
 * Checks the description of a security group or of a rule.
 *
 * @throws ValidationError when EC2 would refuse it
 */
export function checkDescription(scope: IConstruct, description: string): void {
  if (DESCRIPTION.test(description)) return;
  throw new ValidationError(
    scope,
    `'description' must be 1 to 255 of the characters a-z, A-Z, 0-9, spaces and ._-:/()#,@[]+=&;{}!$*, ` +
      `got '${description}'; reword it`,
  );
}
