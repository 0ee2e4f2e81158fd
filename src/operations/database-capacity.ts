import { instanceMemoryGiB } from '../compute/instance-memory';
import { UserError } from '../core/errors';

/** Bytes of memory per connection in RDS's own formula for MySQL: `{DBInstanceClassMemory/12582880}`. */
const BYTES_PER_CONNECTION = 12_582_880;

/**
 * Memory of an RDS instance class such as `db.t4g.medium`, in GiB.
 *
 * @throws UserError when the class is not known
 */
export function databaseMemoryGiB(instanceClass: string): number {
  const memory = instanceClass.startsWith('db.') ? instanceMemoryGiB(instanceClass.slice(3)) : undefined;
  if (memory === undefined) {
    throw new UserError(
      `'instanceClass' must be an RDS class of family t, m, r, c, x2 or z1d, got '${instanceClass}'; ` +
        `use one such as 'db.t4g.medium' or 'db.r7g.large'`,
    );
  }
  return memory;
}

/**
 * Connections that MySQL on RDS accepts with its default parameter group.
 *
 * An upper estimate: RDS keeps some of the memory for itself before it divides.
 *
 * @throws UserError when the class is not known
 */
export function databaseMaxConnections(instanceClass: string): number {
  return Math.floor((databaseMemoryGiB(instanceClass) * 2 ** 30) / BYTES_PER_CONNECTION);
}
