import { UserError } from '../../../core/errors';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';

/** Connects the terminal with a root shell on an instance. */
export async function labShell(context: Context, instance: string): Promise<CommandResult> {
  context.log(`root shell on ${instance}; Ctrl-] leaves it`);
  if (!(await context.services.lab.shell(context.project, instance))) {
    throw new UserError("no lab is running; start one with 'wordpress-ha lab up'");
  }
  return { exitCode: EXIT.clean, text: `left ${instance}`, document: { instance } };
}
