import { CommanderError } from 'commander';
import { messageOf, UserError } from '../core/errors';
import type { CommandResult, Context } from './context';
import { EXIT, type ExitCode } from './exit-code';
import type { CommonOptions } from './options';
import { packageVersion } from './package-version';
import { buildProgram } from './program';

/** Where a run writes and how it makes its context. */
export interface RunSurroundings {
  readonly contextFor: (options: CommonOptions) => Context;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** The document in place of a result when a command could not run. */
interface ErrorDocument {
  readonly error: { readonly kind: 'usage' | 'user' | 'defect'; readonly message: string };
}

/**
 * Runs a command line and answers its exit code; nothing is thrown.
 *
 * With `--json` exactly one document goes to standard output, whatever happens.
 */
export async function run(args: readonly string[], surroundings: RunSurroundings): Promise<ExitCode> {
  const { write, writeError } = surroundings;
  const json = args.includes('--json');
  let exitCode: ExitCode = EXIT.clean;
  const finish = (result: CommandResult): void => {
    write(`${json ? JSON.stringify(result.document, null, 2) : result.text}\n`);
    exitCode = result.exitCode;
  };
  const program = buildProgram({ version: packageVersion(), ...surroundings, finish });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.clean;
    const { error: told } = errorDocument(error);
    // commander has written its own words already
    if (told.kind === 'user') writeError(`${told.message}\n`);
    if (told.kind === 'defect') writeError(`${defectText(error)}\n`);
    if (json) write(`${JSON.stringify({ error: told }, null, 2)}\n`);
    return EXIT.failed;
  }
}

function errorDocument(error: unknown): ErrorDocument {
  const kind = error instanceof CommanderError ? 'usage' : error instanceof UserError ? 'user' : 'defect';
  return { error: { kind, message: messageOf(error) } };
}

function defectText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `this is a defect of cdktf-wordpress-ha, please report it with what follows\n${stack}`;
}
