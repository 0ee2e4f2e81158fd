import { createInterface } from 'node:readline/promises';
import { UserError } from '../core/errors';

/**
 * Asks one question and waits for a line.
 *
 * @throws UserError when the answer is Ctrl-C or the end of input: readline itself would never come back
 */
export async function ask(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  signal: AbortSignal,
): Promise<string> {
  const terminal = createInterface({ input, output });
  try {
    return await new Promise((resolve, reject) => {
      const refuse = (): void => reject(new UserError('interrupted at the question; nothing was changed'));
      terminal.once('SIGINT', refuse);
      terminal.once('close', refuse);
      signal.addEventListener('abort', refuse, { once: true });
      terminal.question(question).then(resolve, reject);
    });
  } finally {
    terminal.close();
  }
}
