import { schedule } from '../../terraform/schedule/scheduler';
import type { OutputValue } from '../../terraform/execution/terraform';
import type { CommandResult, Context } from '../context';
import { EXIT } from '../exit-code';
import type { OutputsOptions } from '../options';
import { failuresOf, renderFailures, valuesOf } from '../failures';
import { openSession } from '../session/session';

/** cdktf names the outputs with which it passes values between stacks like this. */
const AUTOMATIC = /^cross-stack-output-/;

/** One output; `value` is absent when Terraform marks it sensitive. */
interface OutputDocument {
  readonly name: string;
  readonly sensitive: boolean;
  readonly value?: unknown;
}

/** Shows the outputs of every stack; never a sensitive one. */
export async function outputs(context: Context, options: OutputsOptions): Promise<CommandResult> {
  const session = await openSession(context, options);
  const results = await schedule(
    session.selected.map((stack) => ({
      name: stack.name,
      dependencies: [],
      run: async () => ({ stack: stack.name, outputs: visible(await session.outputsOf(stack), options.all) }),
    })),
    { signal: context.signal },
  );
  const failed = failuresOf(results);
  if (failed.length > 0) context.log(renderFailures(failed));
  const stacks = valuesOf(results);
  return {
    exitCode: failed.length > 0 ? EXIT.failed : EXIT.clean,
    text: stacks.map(({ stack, outputs: list }) => renderStack(stack, list, context)).join('\n'),
    document: { environment: session.environment, stacks, failed },
  };
}

function visible(values: Readonly<Record<string, OutputValue>>, all: boolean): readonly OutputDocument[] {
  return Object.entries(values)
    .filter(([name]) => all || !AUTOMATIC.test(name))
    .map(([name, { sensitive, value }]) => (sensitive ? { name, sensitive } : { name, sensitive, value }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

function renderStack(stack: string, list: readonly OutputDocument[], { style }: Context): string {
  if (list.length === 0) return `${style('strong', stack)}  ${style('quiet', 'no outputs')}`;
  const lines = list.map(({ name, sensitive, value }) => {
    const text = sensitive ? style('quiet', '(sensitive)') : typeof value === 'string' ? value : JSON.stringify(value);
    return `  ${name} = ${text}`;
  });
  return [style('strong', stack), ...lines].join('\n');
}
