import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-identity';

const mine = new Set<string>();

/**
 * A folder that only this user can read, for plans: they hold values in clear. It goes when the process ends; what a
 * killed process left is removed by the next one.
 */
export function privateFolder(parent: string): string {
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  removeAbandoned(parent);
  const folder = mkdtempSync(join(parent, `${process.pid}-`));
  if (mine.size === 0) process.once('exit', removeMine);
  mine.add(folder);
  return folder;
}

function removeMine(): void {
  mine.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
}

function removeAbandoned(parent: string): void {
  if (!existsSync(parent)) return;
  const abandoned = readdirSync(parent).filter((name) => {
    const pid = Number.parseInt(name, 10);
    return Number.isInteger(pid) && processIdentity(pid) === undefined;
  });
  abandoned.forEach((name) => rmSync(join(parent, name), { recursive: true, force: true }));
}
