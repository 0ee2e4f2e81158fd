import { UserError } from '../core/errors';

/** GiB of memory for each vCPU, by the letters that open a family's name (AWS, "DB instance class types"). */
const GIB_PER_VCPU: Readonly<Record<string, number>> = { c: 2, m: 4, r: 8, x2g: 16, x2i: 16, z1d: 8 };

/** Burstable classes have sizes of their own. */
const BURSTABLE_GIB: Readonly<Record<string, number>> = {
  micro: 1,
  small: 2,
  medium: 4,
  large: 8,
  xlarge: 16,
  '2xlarge': 32,
};

/** Bytes of memory per connection in RDS's own formula for MySQL: `{DBInstanceClassMemory/12582880}`. */
const BYTES_PER_CONNECTION = 12_582_880;

/**
 * Memory of an RDS instance class such as `db.t4g.medium`, in GiB.
 *
 * @throws UserError when the class is not known
 */
export function databaseMemoryGiB(instanceClass: string): number {
  const [, family = '', size = ''] = /^db\.([a-z0-9]+)\.([a-z0-9]+)$/.exec(instanceClass) ?? [];
  const memory = family.startsWith('t') ? BURSTABLE_GIB[size] : scaled(family, size);
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

function scaled(family: string, size: string): number | undefined {
  const perVcpu = GIB_PER_VCPU[family] ?? GIB_PER_VCPU[family.slice(0, 3)] ?? GIB_PER_VCPU[family.slice(0, 1)];
  const [, count] = /^(\d*)xlarge$/.exec(size) ?? [];
  const vcpus = size === 'large' ? 2 : count === undefined ? undefined : 4 * Number(count === '' ? 1 : count);
  return perVcpu === undefined || vcpus === undefined ? undefined : perVcpu * vcpus;
}
