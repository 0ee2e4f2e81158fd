import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../core/errors';
import { objectOf, parseObject, textOf } from '../json';
import { isSameProcess, processIdentity } from '../process/process-identity';

/** The right to run in a folder, until released. */
export interface RunLock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly identity: string;
  readonly host: string;
  readonly command: string;
  readonly since: string;
}

const ATTEMPTS = 5;

/**
 * Takes the folder for this process: two runs of the tool must not write the same stacks.
 *
 * A lock left by a process that is gone is taken over.
 *
 * @throws UserError when another live process has it
 */
export function acquireRunLock(directory: string, command: string): Promise<RunLock> {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, '.wordpress-ha.lock');
  const mine: Holder = {
    pid: process.pid,
    identity: processIdentity(process.pid) ?? '',
    host: hostname(),
    command,
    since: new Date().toISOString(),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (create(path, mine)) return Promise.resolve({ release: () => Promise.resolve(release(path, mine)) });
    const holder = readHolder(path);
    if (holder !== undefined && isHeld(holder)) return Promise.reject(heldBy(holder, directory, path));
    rmSync(path, { force: true });
  }
  return Promise.reject(new UserError(`'${path}' keeps coming back; end the other runs of the tool in '${directory}'`));
}

/** Makes the lock file with its content in one step: a link to a finished file either appears whole or not at all. */
function create(path: string, holder: Holder): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (objectOf(error).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(path: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  const object = parseObject(text) ?? {};
  return {
    pid: typeof object.pid === 'number' ? object.pid : 0,
    identity: textOf(object, 'identity') ?? '',
    host: textOf(object, 'host') ?? '',
    command: textOf(object, 'command') ?? 'another command',
    since: textOf(object, 'since') ?? '',
  };
}

function isHeld(holder: Holder): boolean {
  if (holder.host !== hostname()) return holder.host !== '';
  return holder.pid > 0 && isSameProcess(holder.pid, holder.identity);
}

function heldBy(holder: Holder, directory: string, path: string): UserError {
  const who = `'${holder.command}' (process ${holder.pid} on ${holder.host}, since ${holder.since})`;
  const end = holder.host === hostname() ? '' : `, or delete '${path}' when that machine is gone`;
  return new UserError(`'${directory}' is in use by ${who}; wait until it ends${end}`);
}

function release(path: string, mine: Holder): void {
  const holder = readHolder(path);
  if (holder?.pid === mine.pid && holder.identity === mine.identity) rmSync(path, { force: true });
}
