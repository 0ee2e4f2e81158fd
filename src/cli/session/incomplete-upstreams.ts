import type { StackAssembly } from '../../terraform/assembly';
import { objectOf } from '../../terraform/json';
import type { IncompleteUpstream } from '../../terraform/offline/offline';
import type { OutputValue } from '../../terraform/execution/terraform';

/** Reads the outputs in the state of a stack. */
export type ReadOutputs = (stack: StackAssembly) => Promise<Readonly<Record<string, OutputValue>>>;

/** The upstream stacks that do not hold every value a stack reads from them, because that is not applied yet. */
export async function incompleteUpstreams(
  stack: StackAssembly,
  all: readonly StackAssembly[],
  outputsOf: ReadOutputs,
): Promise<readonly IncompleteUpstream[]> {
  const read = outputsRead(stack);
  const upstreams = all.filter(({ name }) => stack.dependencies.includes(name));
  const verdicts = await Promise.all(
    upstreams.map(async (upstream): Promise<IncompleteUpstream[]> => {
      const declared = Object.keys(objectOf(upstream.configuration['output'])).filter((name) => read.has(name));
      if (declared.length === 0) return [];
      const outputs = await outputsOf(upstream);
      return declared.every((name) => Object.hasOwn(outputs, name)) ? [] : [{ name: upstream.name, outputs }];
    }),
  );
  return verdicts.flat();
}

/** Asks once a stack, for work that changes nothing meanwhile. */
export function askOnce(outputsOf: ReadOutputs): ReadOutputs {
  const answers = new Map<string, ReturnType<ReadOutputs>>();
  return (stack) => {
    const answer = answers.get(stack.name) ?? outputsOf(stack);
    answers.set(stack.name, answer);
    return answer;
  };
}

function outputsRead({ configuration }: StackAssembly): ReadonlySet<string> {
  const references = JSON.stringify(configuration).matchAll(/terraform_remote_state\.[\w-]+\.outputs\.([\w-]+)/g);
  return new Set([...references].map(([, name]) => name ?? ''));
}
