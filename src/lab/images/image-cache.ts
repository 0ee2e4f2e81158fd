import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { processIdentity } from '../../terraform/process/process-identity';
import type { Variables } from '../../terraform/process/process-environment';

const BUILDING = '.building-';

/** Folder for images and downloads that all labs of this user share: `$XDG_CACHE_HOME/wordpress-ha/lab`. */
export function labCacheDirectory(variables: Variables): string {
  const { XDG_CACHE_HOME: base, HOME: home = homedir() } = variables;
  return join(base === undefined || base === '' ? join(home, '.cache') : base, 'wordpress-ha', 'lab');
}

/** First 16 hexadecimal digits of the SHA-256 of whatever decides what an image holds. */
export function contentHash(recipe: object): string {
  return createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 16);
}

/**
 * The cached thing `name`, made by `build` when it is not there.
 *
 * `build` writes into a folder of its own and answers the path of the result in it, which then appears in the cache in one
 * step; a build that is killed leaves nothing but that folder, which the next build removes.
 */
export async function cached(
  cacheDirectory: string,
  name: string,
  build: (folder: string) => Promise<string>,
): Promise<string> {
  const path = join(cacheDirectory, name);
  if (existsSync(path)) return path;
  mkdirSync(cacheDirectory, { recursive: true, mode: 0o755 });
  removeAbandoned(cacheDirectory);
  const folder = mkdtempSync(join(cacheDirectory, `${BUILDING}${process.pid}-`));
  try {
    const made = await build(folder);
    // another process may have been faster; what it made is the same, and may be in use
    if (!existsSync(path)) rename(made, path);
    return path;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rename(made: string, path: string): void {
  try {
    renameSync(made, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

function removeAbandoned(cacheDirectory: string): void {
  for (const name of readdirSync(cacheDirectory).filter((entry) => entry.startsWith(BUILDING))) {
    const pid = Number.parseInt(name.slice(BUILDING.length), 10);
    if (processIdentity(pid) === undefined) rmSync(join(cacheDirectory, name), { recursive: true, force: true });
  }
}
