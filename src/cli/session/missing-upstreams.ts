import type { StackAssembly } from '../../terraform/assembly';
import { objectOf } from '../../terraform/json';
import type { OutputValue } from '../../terraform/terraform';

/**
 * The upstream stacks that do not hold every value a stack reads from them, because they are not applied yet.
 *
 * @param outputsOf the outputs in the state of a stack
 */
export async function missingUpstreams(
  stack: StackAssembly,
  all: readonly StackAssembly[],
  outputsOf: (upstream: StackAssembly) => Promise<Readonly<Record<string, OutputValue>>>,
): Promise<readonly string[]> {
  const read = outputsRead(stack);
  const upstreams = all.filter(({ name }) => stack.dependencies.includes(name));
  const verdicts = await Promise.all(
    upstreams.map(async (upstream) => {
      const declared = Object.keys(objectOf(upstream.configuration['output'])).filter((name) => read.has(name));
      if (declared.length === 0) return false;
      const present = await outputsOf(upstream);
      return declared.some((name) => !Object.hasOwn(present, name));
    }),
  );
  return upstreams.filter((_upstream, position) => verdicts[position]).map(({ name }) => name);
}

function outputsRead({ configuration }: StackAssembly): ReadonlySet<string> {
  const references = JSON.stringify(configuration).matchAll(/terraform_remote_state\.[\w-]+\.outputs\.([\w-]+)/g);
  return new Set([...references].map(([, name]) => name ?? ''));
}
