/** Burstable types have sizes of their own. */
const BURSTABLE_GIB: Readonly<Record<string, number>> = {
  nano: 0.5,
  micro: 1,
  small: 2,
  medium: 4,
  large: 8,
  xlarge: 16,
  '2xlarge': 32,
};

/** GiB of memory for each vCPU, by the letters that open a family's name (AWS, "EC2 instance types"). */
const GIB_PER_VCPU: Readonly<Record<string, number>> = { c: 2, m: 4, r: 8, x2: 16, x2ie: 32, z1d: 8 };

/**
 * Memory of an EC2 type such as `m7g.large`, in GiB; RDS classes are the same behind `db.`.
 *
 * Undefined for families other than t, m, r, c, x2 and z1d.
 */
export function instanceMemoryGiB(instanceType: string): number | undefined {
  const [, family = '', size = ''] = /^([a-z0-9-]+)\.([a-z0-9]+)$/.exec(instanceType) ?? [];
  if (/^t\d/.test(family)) return BURSTABLE_GIB[size];
  const [key] = /^(z1d|x2ie|x2|[cmr](?=\d))/.exec(family) ?? [];
  const vcpus = vcpusOf(size);
  const perVcpu = GIB_PER_VCPU[key ?? ''];
  return perVcpu === undefined || vcpus === undefined ? undefined : perVcpu * vcpus;
}

function vcpusOf(size: string): number | undefined {
  if (size === 'medium') return 1;
  if (size === 'large') return 2;
  const [, count] = /^(\d*)xlarge$/.exec(size) ?? [];
  return count === undefined ? undefined : 4 * Number(count === '' ? 1 : count);
}

/**
 * PHP processes that the bootstrap allows an instance of this much memory: 60 % of it at 80 MiB each, 5 to 200.
 *
 * An upper estimate: the kernel keeps a little of the memory for itself.
 */
export function phpWorkers(memoryGiB: number): number {
  return Math.min(200, Math.max(5, Math.floor((memoryGiB * 1024 * 0.6) / 80)));
}
