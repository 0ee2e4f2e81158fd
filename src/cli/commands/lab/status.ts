import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import { labDocument, labText } from './describe';

/** Tells how the lab of the project is. */
export async function labStatus(context: Context): Promise<CommandResult> {
  const running = await context.services.lab.status(context.project);
  if (running === undefined) return { exitCode: EXIT.clean, text: 'no lab is running', document: { running: false } };
  return { exitCode: EXIT.clean, text: labText(running), document: labDocument(running) };
}
