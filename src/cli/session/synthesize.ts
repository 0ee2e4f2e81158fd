import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../core/errors';
import { readAssembly } from '../../terraform/assembly';
import { acquireRunLock } from '../../terraform/locks/run-lock';
import type { Variables } from '../../terraform/process/process-environment';
import type { Context } from '../context';
import { differs, replaceAssembly } from './replace-assembly';

const LONGEST_LINE = 500;

/** The app refused or failed; the message is all that it printed. */
export class AppError extends UserError {
  override readonly name = 'AppError';
}

/** Folder of what is synthesized for an environment. */
export function assemblyDirectory(project: string, environment: string): string {
  return join(project, 'cdktf.out', environment);
}

/**
 * Runs the app and puts what it wrote in place, all of it or nothing.
 *
 * The app writes into a folder of its own first. Where the result is the same as before no file is touched, so that
 * Terraform can run in the folder meanwhile.
 *
 * @param locked whether the caller holds the run lock of the folder
 * @param more variables for the app besides those of the context
 * @throws AppError with the app's own words; UserError when the folder is in use and its content would change
 */
export async function synthesize(
  context: Context,
  environment: string,
  locked: boolean,
  more: Variables = {},
): Promise<string> {
  const target = assemblyDirectory(context.project, environment);
  const parent = join(context.project, 'cdktf.out');
  mkdirSync(parent, { recursive: true });
  const draft = mkdtempSync(join(parent, `.synth-${environment}-`));
  try {
    const variables = { ...context.variables, ...more, TF_WORKSPACE: environment };
    const { exitCode, stdout, stderr } = await context.services.runApp(context.project, draft, variables);
    const words = [stderr, stdout].map(legible).filter((text) => text !== '');
    if (exitCode !== 0)
      throw new AppError(words.join('\n') || `the app of 'cdktf.json' ended with exit code ${exitCode}`);
    if (stderr.trim() !== '') context.log(legible(stderr));
    readAssembly(draft);
    if (differs(draft, target)) await replace(draft, target, locked);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

/** What the app printed, without the rest of lines nobody can read, such as minified code above a stack trace. */
function legible(text: string): string {
  const lines = text.trim().split('\n');
  return lines.map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line)).join('\n');
}

async function replace(draft: string, target: string, locked: boolean): Promise<void> {
  const lock = locked ? undefined : await acquireRunLock(target, 'synth');
  try {
    replaceAssembly(draft, target);
  } finally {
    await lock?.release();
  }
}
