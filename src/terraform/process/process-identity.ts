import { readFileSync } from 'node:fs';

/**
 * A text that tells one process from a later one with the same id; undefined when no such process runs.
 *
 * Where the system has no `/proc` the text is the same for all, so a reused id looks like the old process.
 */
export function processIdentity(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name in parentheses may hold blanks; after it come the state (index 0) and the start time (index 19)
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : `started ${fields[19] ?? ''}`;
  } catch {
    return 'alive';
  }
}

/** Whether the process that had this identity still runs. */
export function isSameProcess(pid: number, identity: string): boolean {
  return processIdentity(pid) === identity;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs and belongs to another user
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
