import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';

export const ROOT = resolve(__dirname, '../../..');
export const ARCHIVE = join(ROOT, 'src/data/database-user/handler.zip');

/** Text of a file in the archive. */
export function archived(file: string): string {
  return Buffer.from(unzipSync(readFileSync(ARCHIVE))[file] ?? []).toString('utf8');
}

/** Runs the archive as Lambda does: alone in a folder, with the AWS SDK. Gives what it logs and how it fails. */
export async function runArchive(env: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'handler-'));
  writeFileSync(join(folder, 'index.js'), archived('index.js'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules/@aws-sdk'), join(folder, 'node_modules/@aws-sdk'));
  const script = `require('./index.js').handler().catch((error) => console.log(error.message))`;
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: folder, env });
    return stdout.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
