import type { CommandResult, Context } from '../../context';
import type { DriftCommandOptions } from '../../options';
import { driftFormat } from '../../render/drift-formats';
import { checkEnvironment, checkSettings } from './check-environment';

/**
 * Tells what changed outside Terraform from what is only not applied yet. Applies nothing.
 *
 * @throws UserError when the ignore rules, the threshold or the format are not what they must be
 */
export async function drift(context: Context, options: DriftCommandOptions): Promise<CommandResult> {
  const render = driftFormat(options.format);
  const { document, exitCode, locate } = await checkEnvironment(context, options, checkSettings(context, options));
  return { exitCode, text: render(document, { style: context.style, locate }), document };
}
