import { rmSync } from 'node:fs';
import { UserError } from '../core/errors';
import { acquireRunLock } from '../terraform/locks/run-lock';
import { isSameProcess, processIdentity } from '../terraform/process/process-identity';
import { startEmulator } from './emulator-process';
import { findEmulator } from './find-emulator';
import type { SandboxOptions, SandboxStatus } from './sandbox-status';
import { forgetSandbox, recordSandbox, runningSandbox, sandboxFiles, stateDirectoryOf } from './status-file';

const END_TIMEOUT_MS = 5_000;
const POLL_MS = 50;

/**
 * Starts the emulator and waits until it answers.
 *
 * @throws UserError when the project's sandbox runs already, when no emulator can be found or made, or when it does not
 * come up
 */
export async function startSandbox(options: SandboxOptions): Promise<SandboxStatus> {
  const { accountId, projectDirectory = process.cwd(), variables = process.env, endWithParent = false } = options;
  if (!/^\d{12}$/.test(accountId)) {
    throw new UserError(`'accountId' must have twelve digits, got '${accountId}'; take that of the environment`);
  }
  const files = sandboxFiles(projectDirectory);
  // two at once would each start an emulator, and the record of one would be lost
  const lock = await acquireRunLock(files.directory, 'sandbox up');
  try {
    const running = runningSandbox(projectDirectory);
    if (running !== undefined) {
      throw new UserError(`a sandbox runs already at ${running.endpoint} (process ${running.pid}); stop it first`);
    }
    const { python, notes } = await findEmulator({
      directory: files.directory,
      variables,
      onProgress: options.onProgress ?? (() => undefined),
    });
    rmSync(stateDirectoryOf({ logFile: files.log }), { recursive: true, force: true });
    const { pid, port } = await startEmulator({ python, accountId, endWithParent, variables, logFile: files.log });
    const status: SandboxStatus = {
      pid,
      port,
      endpoint: `http://127.0.0.1:${port}`,
      startedAt: new Date().toISOString(),
      accountId,
      logFile: files.log,
      notes,
    };
    recordSandbox(projectDirectory, { ...status, identity: processIdentity(pid) ?? '' });
    return status;
  } finally {
    await lock.release();
  }
}

/** Ends the sandbox and everything in it; answers what was ended, or undefined when none was running. */
export async function stopSandbox(projectDirectory: string = process.cwd()): Promise<SandboxStatus | undefined> {
  const running = runningSandbox(projectDirectory);
  if (running === undefined) return undefined;
  const { identity, ...status } = running;
  await endProcess(status.pid, identity);
  forgetSandbox(projectDirectory);
  return status;
}

/** The running sandbox; undefined when there is none, also when it died without a word. */
export function sandboxStatus(projectDirectory: string = process.cwd()): Promise<SandboxStatus | undefined> {
  const running = runningSandbox(projectDirectory);
  if (running === undefined) return Promise.resolve(undefined);
  const { identity, ...status } = running;
  return Promise.resolve(identity === '' ? undefined : status);
}

async function endProcess(pid: number, identity: string): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isSameProcess(pid, identity)) return;
    process.kill(pid, signal);
    const end = Date.now() + END_TIMEOUT_MS;
    while (isSameProcess(pid, identity) && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
