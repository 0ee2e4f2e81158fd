import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';

/** Ends the lab of the project. */
export async function labDown(context: Context): Promise<CommandResult> {
  const ran = await context.services.lab.stop(context.project);
  const text = ran ? 'the lab and everything in it is gone' : 'no lab was running; what one left is removed';
  return { exitCode: EXIT.clean, text, document: { running: false } };
}
