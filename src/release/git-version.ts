import { execFile } from 'node:child_process';
import type { Variables } from '../terraform/process/process-environment';

/** What git calls the present state of a folder: its tag, or the distance from it; undefined without git or commits. */
export function gitVersion(folder: string, variables: Variables): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...variables }, timeout: 30_000 };
    execFile('git', ['describe', '--tags', '--always', '--dirty'], options, (error, stdout) => {
      const version = stdout.trim();
      resolve(error !== null || version === '' ? undefined : version);
    });
  });
}
