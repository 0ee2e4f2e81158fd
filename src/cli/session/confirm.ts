import { UserError } from '../../core/errors';
import type { Context } from '../context';

/** What is to be confirmed. */
export interface Question {
  /** The command, for the message when nobody can answer. */
  readonly command: string;
  readonly text: string;
  /** What has to be typed; `yes` for everyday changes, a name where something would be lost. */
  readonly answer: string;
  /** Given on the command line in place of an answer. */
  readonly approved: boolean;
}

/**
 * Asks until the exact answer is typed, once.
 *
 * @throws UserError when the answer is another, or nobody is there to give one
 */
export async function confirm(context: Context, { command, text, answer, approved }: Question): Promise<void> {
  if (approved) return;
  if (context.ask === undefined) {
    throw new UserError(`'${command}' needs a confirmation and there is no terminal to ask on; give '--auto-approve'`);
  }
  const given = await context.ask(`${text}\ntype '${answer}' to go on: `);
  if (given.trim() !== answer) throw new UserError(`nothing was changed: the answer was not '${answer}'`);
}
