import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxStatus, startSandbox, stopSandbox, type SandboxStatus } from '../../src/sandbox';
import { fakePython } from './fake-emulator';
import { temporaryFolder } from '../support/temporary-folder';

const ACCOUNT = '111111111111';
const EMULATOR = fakePython('5.2.1');

describe('a sandbox', () => {
  let project: string;

  beforeEach(() => {
    project = temporaryFolder();
  });
  afterEach(() => stopSandbox(project));

  function start(path = EMULATOR): Promise<SandboxStatus> {
    return startSandbox({ accountId: ACCOUNT, projectDirectory: project, variables: { PATH: path } });
  }

  it('answers on loopback once it has started', async () => {
    const started = await start();

    const response = await fetch(`${started.endpoint}/moto-api/data.json`);
    expect(response.ok).toBe(true);
    expect(started.endpoint).toBe(`http://127.0.0.1:${started.port}`);
    expect(started.accountId).toBe(ACCOUNT);
  });

  it('is described by another call while it runs', async () => {
    const started = await start();

    expect(await sandboxStatus(project)).toEqual(started);
  });

  it('is gone after it was stopped, with its record', async () => {
    const started = await start();

    const stopped = await stopSandbox(project);

    expect(stopped).toEqual(started);
    await expect(fetch(started.endpoint)).rejects.toThrow();
    expect(existsSync(join(project, '.wordpress-ha/sandbox.json'))).toBe(false);
    expect(await sandboxStatus(project)).toBeUndefined();
  });

  it('is not started twice', async () => {
    const { endpoint, pid } = await start();

    await expect(start()).rejects.toThrow(`a sandbox runs already at ${endpoint} (process ${pid}); stop it first`);
  });

  it('starts once when two start it at the same moment', async () => {
    const results = await Promise.allSettled([start(), start()]);

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await sandboxStatus(project)).toBeDefined();
  });

  it('counts as stopped once it was killed, and starts anew', async () => {
    const { pid } = await start();
    process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect(await sandboxStatus(project)).toBeUndefined();
    expect((await start()).pid).not.toBe(pid);
  });

  it('leaves a process alone that got the id of a dead one', async () => {
    const record = { pid: process.pid, port: 1, endpoint: 'http://127.0.0.1:1', identity: 'started long ago' };
    mkdirSync(join(project, '.wordpress-ha'));
    writeFileSync(join(project, '.wordpress-ha/sandbox.json'), JSON.stringify(record));

    expect(await stopSandbox(project)).toBeUndefined();
    expect(existsSync(join(project, '.wordpress-ha/sandbox.json'))).toBe(false);
  });

  it('stops nothing when none was started', async () => {
    expect(await stopSandbox(project)).toBeUndefined();
  });

  it('ends processes that do not heed SIGTERM', async () => {
    const deaf = fakePython(
      '5.2.1',
      `process.on('SIGTERM', () => undefined);
       require('node:http').createServer((_, r) => r.end('{}')).listen(Number(process.argv.at(-1)), '127.0.0.1');`,
    );
    const { endpoint } = await start(deaf);

    await stopSandbox(project);

    await expect(fetch(endpoint)).rejects.toThrow();
  }, 20_000);

  it('tells what the emulator said when it does not come up', async () => {
    const broken = fakePython('5.2.1', "console.error('no module named flask'); process.exit(3);");

    await expect(start(broken)).rejects.toThrow(
      /^the emulator ended with 3; the end of .*:\n {2}no module named flask$/,
    );
    expect(await sandboxStatus(project)).toBeUndefined();
  });

  it('keeps what the emulator prints', async () => {
    const { logFile } = await start(
      fakePython(
        '5.2.1',
        `console.log('listening');
         require('node:http').createServer((_, r) => r.end('{}')).listen(Number(process.argv.at(-1)), '127.0.0.1');`,
      ),
    );

    expect(readFileSync(logFile, 'utf8')).toBe('listening\n');
  });

  it('refuses an account that is none', async () => {
    const starting = startSandbox({ accountId: '42', projectDirectory: project });

    await expect(starting).rejects.toThrow(
      "'accountId' must have twelve digits, got '42'; take that of the environment",
    );
  });
});
