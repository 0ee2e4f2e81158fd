import { execFile } from 'node:child_process';
import type { Variables } from '../terraform/process/process-environment';

/** How a short program ended. */
export interface QuietResult {
  readonly ok: boolean;
  readonly stdout: string;
  /** Last line of what it said about its failure. */
  readonly problem: string;
}

const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** Runs a program to its end without showing anything; never throws. */
export function runQuietly(command: string, args: readonly string[], variables: Variables): Promise<QuietResult> {
  return new Promise((resolve) => {
    execFile(command, args, { env: { ...variables }, maxBuffer: MAX_OUTPUT_BYTES }, (error, stdout, stderr) => {
      const lines = stderr.trim().split('\n');
      resolve({ ok: error === null, stdout, problem: lines.at(-1) || (error?.message ?? '') });
    });
  });
}

/** What a program printed, or undefined when it failed or is not there. */
export async function output(
  command: string,
  args: readonly string[],
  variables: Variables,
): Promise<string | undefined> {
  const { ok, stdout } = await runQuietly(command, args, variables);
  return ok ? stdout : undefined;
}
