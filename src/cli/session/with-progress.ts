import { messageOf } from '../../core/errors';
import type { Context } from '../context';

/** Runs one long piece of work with a line that says how far it is. */
export async function withProgress<T>(
  context: Context,
  title: string,
  subject: string,
  work: (update: (text: string) => void) => Promise<T>,
): Promise<T> {
  const progress = context.progress(title, [subject]);
  try {
    const result = await work((text) => progress.update(subject, text));
    progress.done(subject, 'done');
    return result;
  } catch (error) {
    progress.fail(subject, messageOf(error).split('\n')[0] ?? '');
    throw error;
  } finally {
    await progress.end();
  }
}
