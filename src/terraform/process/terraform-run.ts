import { terraformError, type HeldLock } from './diagnostics';
import { InterruptedError, run, type RunOptions, type RunResult } from './process';
import type { ProcessEnvironment } from './process-environment';

/** Runs Terraform in the folder of one stack. */
export interface TerraformRunner {
  readonly stack: string;
  readonly directory: string;
  /** Without `TF_WORKSPACE`, for commands that manage workspaces themselves. */
  readonly environment: ProcessEnvironment;
  /** Runs and returns the result whatever it is. */
  attempt(args: readonly string[], options?: Partial<RunOptions>): Promise<RunResult>;
  /** Runs and returns standard output; throws a TerraformError or InterruptedError when Terraform fails. */
  succeed(args: readonly string[], options?: Partial<RunOptions>): Promise<string>;
}

/** A runner for one stack; `environment` holds no `TF_WORKSPACE`, `workspace` adds it to every run that does not say otherwise. */
export function terraformRunner(
  binary: string,
  stack: { readonly name: string; readonly directory: string },
  environment: ProcessEnvironment,
  workspace: () => string,
): TerraformRunner {
  const attempt = (args: readonly string[], options: Partial<RunOptions> = {}): Promise<RunResult> => {
    const withWorkspace = { ...environment, TF_WORKSPACE: workspace() };
    return run(binary, args, { cwd: stack.directory, environment: withWorkspace, ...options });
  };
  const succeed = async (args: readonly string[], options: Partial<RunOptions> = {}): Promise<string> => {
    const result = await attempt(args, options);
    throwUnlessClean(stack.name, args, result);
    return result.stdout;
  };
  return { stack: stack.name, directory: stack.directory, environment, attempt, succeed };
}

/**
 * Throws for a run that did not end with exit code 0.
 *
 * @param told what the result does not hold: output that went to a file, how far it came (` after 3 of 5 changes`), and
 *   the lock that somebody else holds
 * @throws InterruptedError when the user interrupted it, otherwise TerraformError
 */
export function throwUnlessClean(
  stack: string,
  args: readonly string[],
  result: RunResult,
  told: { readonly output?: string; readonly reached?: string; readonly lock?: HeldLock } = {},
): void {
  if (result.exitCode === 0) return;
  const { output = result.stdout, reached = '', lock } = told;
  const command = args[0] === 'workspace' || args[0] === 'state' ? args.slice(0, 2).join(' ') : (args[0] ?? '');
  if (result.interrupts > 0) {
    throw new InterruptedError(
      `stack '${stack}': 'terraform ${command}' was interrupted${reached}; run the same command again to go on`,
    );
  }
  const killed = `ended by ${result.signal}; 'wordpress-ha unlock' tells whether it left its lock, and releases it`;
  const stderr = result.signal === undefined ? result.stderr : `${killed}\n${result.stderr}`;
  throw terraformError(stack, command, { output, stderr, lock });
}
