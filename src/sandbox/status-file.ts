import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isSameProcess } from '../terraform/process/process-identity';
import { readJsonFile, textOf, textsOf } from '../terraform/json';
import type { SandboxStatus } from './sandbox-status';

/** Folder for what the tool keeps, relative to the project. */
const FOLDER = '.wordpress-ha';

/** A status and what tells the emulator's process from a later one with the same id. */
export interface RecordedSandbox extends SandboxStatus {
  readonly identity: string;
}

/** Where a project's sandbox keeps what outlives a command; absolute paths. */
export interface SandboxFiles {
  readonly status: string;
  readonly directory: string;
  readonly log: string;
}

/** The files of a project's sandbox. */
export function sandboxFiles(projectDirectory: string): SandboxFiles {
  const directory = resolve(projectDirectory, FOLDER, 'sandbox');
  return {
    status: resolve(projectDirectory, FOLDER, 'sandbox.json'),
    directory,
    log: join(directory, 'emulator.log'),
  };
}

/** Folder for states that a real run would keep on this machine; empty at every start, as the emulator is. */
export function stateDirectoryOf({ logFile }: Pick<SandboxStatus, 'logFile'>): string {
  return join(dirname(logFile), 'state');
}

/** Records a running sandbox; readers see the old file or the new one, never a part. */
export function recordSandbox(projectDirectory: string, sandbox: RecordedSandbox): void {
  const { status } = sandboxFiles(projectDirectory);
  mkdirSync(dirname(status), { recursive: true });
  const draft = `${status}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(sandbox, undefined, 2)}\n`);
  renameSync(draft, status);
}

/** Forgets the sandbox, whether it runs or not. */
export function forgetSandbox(projectDirectory: string): void {
  rmSync(sandboxFiles(projectDirectory).status, { force: true });
}

/**
 * The recorded sandbox when its very process still runs. A record of one that died, or whose process id belongs to
 * another process by now, is removed.
 *
 * @throws UserError when the record is malformed
 */
export function runningSandbox(projectDirectory: string): RecordedSandbox | undefined {
  const { status } = sandboxFiles(projectDirectory);
  if (!existsSync(status)) return undefined;
  const sandbox = readRecord(status);
  if (isSameProcess(sandbox.pid, sandbox.identity)) return sandbox;
  forgetSandbox(projectDirectory);
  return undefined;
}

function readRecord(path: string): RecordedSandbox {
  const record = readJsonFile(path, 'delete it');
  const { pid, port } = record;
  return {
    // an id that is no number belongs to no process, so that such a record counts as stale
    pid: typeof pid === 'number' ? pid : -1,
    port: typeof port === 'number' ? port : 0,
    endpoint: textOf(record, 'endpoint') ?? '',
    startedAt: textOf(record, 'startedAt') ?? '',
    accountId: textOf(record, 'accountId') ?? '',
    logFile: textOf(record, 'logFile') ?? '',
    notes: textsOf(record.notes),
    identity: textOf(record, 'identity') ?? '',
  };
}
