import { relative } from 'node:path';
import { readAssembly } from '../../terraform/assembly';
import type { CommandResult, Context } from '../context';
import { EXIT } from '../exit-code';
import type { CommonOptions } from '../options';
import { count } from '../render/table';
import { chooseEnvironment } from '../session/choose-environment';
import { synthesize } from '../session/synthesize';

/** Writes the Terraform JSON of an environment. */
export async function synth(context: Context, options: CommonOptions): Promise<CommandResult> {
  const environment = chooseEnvironment(options.environment, context.variables, false);
  const directory = await synthesize(context, environment, false);
  const stacks = readAssembly(directory).stacks.map(({ name, dependencies }) => ({ name, dependencies }));
  const place = relative(context.project, directory);
  const names = stacks.map(({ name }) => name).join(', ');
  return {
    exitCode: EXIT.clean,
    text: `${environment}: ${count(stacks.length, 'stack')} in ${place} (${names})`,
    document: { environment, directory: place, stacks },
  };
}
