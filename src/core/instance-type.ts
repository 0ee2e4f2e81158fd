/** Processor architecture of an instance. */
export type Architecture = 'arm64' | 'x86_64';

/** Every family but Apple's, which needs a dedicated host. */
const INSTANCE_TYPE =
  /^(?!mac)([a-z]+)(\d+)([a-z0-9-]*)\.(nano|micro|small|medium|large|\d{0,3}xlarge|metal(-\d+xl)?)$/;

/**
 * Architecture of an EC2 instance type; undefined for text that is none.
 *
 * Graviton families carry a `g` behind their generation (`t4g`, `c7gn`, `im4gn`); the first generation was called `a1`.
 */
export function architectureOf(instanceType: string): Architecture | undefined {
  const [, family, generation, attributes = ''] = INSTANCE_TYPE.exec(instanceType) ?? [];
  if (family === undefined) return undefined;
  return attributes.startsWith('g') || (family === 'a' && generation === '1') ? 'arm64' : 'x86_64';
}
