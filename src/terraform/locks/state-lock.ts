import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { StackAssembly } from '../assembly';
import { backendOf } from '../backend';
import { journalFolder } from '../recovery/journal';
import { parseObject, textOf } from '../json';
import { isLocalStateLocked, localLockFile, localStateFile } from './local-lock';
import type { Variables } from '../process/process-environment';
import { readS3Lock, s3LockAddress } from './s3-lock';

/** Who holds the lock of a state, as Terraform wrote it down. */
export interface StateLock {
  readonly id: string;
  /** Such as `OperationTypeApply`. */
  readonly operation: string;
  /** `user@host`. */
  readonly who: string;
  /** ISO 8601. */
  readonly created: string;
  readonly terraformVersion: string;
  /** Where the lock lies: an S3 address or a file. */
  readonly location: string;
}

/** Whether the process that took a lock still runs, as far as this machine can tell. */
export type LockHolder = 'running' | 'gone' | 'another host' | 'unknown';

/**
 * The lock on the state of a stack, or undefined when nobody holds it.
 *
 * HCP Terraform shows its locks on its own pages and tells nothing here.
 *
 * @throws UserError when the backend can't be asked
 */
export async function readStateLock(
  stack: StackAssembly,
  workspace: string,
  variables: Variables,
): Promise<StateLock | undefined> {
  const backend = backendOf(stack);
  if (backend.type === 's3') {
    return parseLock(await readS3Lock(backend, workspace, variables), s3LockAddress(backend, workspace));
  }
  if (backend.type !== 'local') return undefined;
  const file = localLockFile(stack, workspace);
  if (!existsSync(file) || isLocalStateLocked(localStateFile(stack, workspace)) === false) return undefined;
  return parseLock(readFileSync(file, 'utf8'), file);
}

/** Whether the holder still runs; `folder` is where the journals of applies are. */
export function lockHolder(lock: StateLock, stack: StackAssembly, workspace: string, folder: string): LockHolder {
  if (lock.who.slice(lock.who.lastIndexOf('@') + 1) !== hostname()) return 'another host';
  // Terraform writes no process id down; the journal of an apply does, and that apply took the lock after it began
  const journals = journalFolder(folder, workspace, stack.name).read();
  const journal = journals.filter(({ header }) => header.startedAt <= lock.created).at(-1);
  if (journal === undefined || lock.operation !== 'OperationTypeApply') return 'unknown';
  return journal.running ? 'running' : 'gone';
}

/** A text for a person: who, what, since when, and whether that process still runs. */
export function describeLock(lock: StateLock, holder: LockHolder, now: Date): string {
  const verb = { OperationTypeApply: 'an apply', OperationTypePlan: 'a plan', OperationTypeRefresh: 'a refresh' };
  const operation = Object.entries(verb).find(([name]) => name === lock.operation)?.[1] ?? lock.operation;
  const advice: Record<LockHolder, string> = {
    running: 'it still runs on this machine: wait until it ends',
    gone: 'its process is gone from this machine: the lock can be released',
    'another host': 'it was taken on another machine: release it only when nothing runs there any more',
    unknown: 'it was taken on this machine: release it only when no Terraform runs here any more',
  };
  return [
    `lock ${lock.id} was taken by ${lock.who} for ${operation} at ${lock.created} (${age(lock.created, now)} ago)`,
    advice[holder],
    `it lies at ${lock.location}`,
  ].join('\n');
}

function parseLock(text: string | undefined, location: string): StateLock | undefined {
  if (text === undefined) return undefined;
  const json = parseObject(text) ?? {};
  return {
    id: textOf(json, 'ID') ?? '',
    operation: textOf(json, 'Operation') ?? 'unknown',
    who: textOf(json, 'Who') ?? 'unknown',
    created: textOf(json, 'Created') ?? '',
    terraformVersion: textOf(json, 'Version') ?? '',
    location,
  };
}

function age(created: string, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(created)) / 60_000));
  if (Number.isNaN(minutes)) return 'unknown time';
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}
