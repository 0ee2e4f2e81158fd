import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../support/files';
import { processIdentity } from '../../../src/terraform/process/process-identity';
import { acquireRunLock } from '../../../src/terraform/locks/run-lock';
import { temporaryFolder } from '../../support/temporary-folder';

const FILE = '.wordpress-ha.lock';

describe('acquireRunLock', () => {
  it('refuses a second run and tells who is there', async () => {
    const folder = temporaryFolder();
    await acquireRunLock(folder, 'apply');

    await expect(acquireRunLock(folder, 'plan')).rejects.toThrow(
      new RegExp(
        `'${folder}' is in use by 'apply' \\(process ${process.pid} on ${hostname()}, since .*\\); wait until it ends`,
      ),
    );
  });

  it('lets the next one in after its release', async () => {
    const folder = temporaryFolder();
    const lock = await acquireRunLock(folder, 'apply');

    await lock.release();

    expect(existsSync(join(folder, FILE))).toBe(false);
    await expect(acquireRunLock(folder, 'plan')).resolves.toBeDefined();
  });

  it('takes over from a process that is gone', async () => {
    const folder = temporaryFolder();
    const child = spawn(process.execPath, ['-e', '']);
    const { pid = 0 } = child;
    const identity = processIdentity(pid) ?? '';
    await once(child, 'close');
    writeFiles(folder, { [FILE]: { pid, identity, host: hostname(), command: 'apply', since: '' } });

    await expect(acquireRunLock(folder, 'plan')).resolves.toBeDefined();
  });

  it('takes over when the process id belongs to another process now', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      [FILE]: { pid: process.pid, identity: 'started 1', host: hostname(), command: 'apply', since: '' },
    });

    await expect(acquireRunLock(folder, 'plan')).resolves.toBeDefined();
  });

  it('takes over a damaged lock', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { [FILE]: '{"pid":' });

    await expect(acquireRunLock(folder, 'plan')).resolves.toBeDefined();
  });

  it('does not judge processes of another machine', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { [FILE]: { pid: 1, identity: 'x', host: 'elsewhere', command: 'apply', since: 'then' } });

    await expect(acquireRunLock(folder, 'plan')).rejects.toThrow(
      `or delete '${join(folder, FILE)}' when that machine is gone`,
    );
  });

  it("does not release another's lock", async () => {
    const folder = temporaryFolder();
    const lock = await acquireRunLock(folder, 'apply');
    writeFiles(folder, { [FILE]: { pid: 1, identity: 'x', host: 'elsewhere' } });

    await lock.release();

    expect(existsSync(join(folder, FILE))).toBe(true);
  });
});
