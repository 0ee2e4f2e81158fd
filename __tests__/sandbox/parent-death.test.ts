import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fakePython } from './fake-emulator';
import { temporaryFolder } from '../support/temporary-folder';

const SANDBOX = join(__dirname, '../../src/sandbox');

/** Starts a process that starts a sandbox and then waits; answers it and the sandbox's address. */
async function parent(
  endWithParent: boolean,
): Promise<{ child: ReturnType<typeof spawn>; endpoint: string; pid: number }> {
  const options = {
    accountId: '111111111111',
    projectDirectory: temporaryFolder(),
    variables: { PATH: fakePython('5.2.1') },
    endWithParent,
  };
  const code = `require(${JSON.stringify(SANDBOX)}).startSandbox(${JSON.stringify(options)}).then((status) => {
    console.log(JSON.stringify(status)); setInterval(() => undefined, 1000); })`;
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const status = JSON.parse(line.toString()) as { endpoint: string; pid: number };
  return { child, ...status };
}

async function answersSoonNoMore(endpoint: string): Promise<boolean> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const alive = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (!alive) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

describe('a sandbox whose starter is killed', () => {
  it('ends with it when asked to', async () => {
    const { child, endpoint } = await parent(true);

    child.kill('SIGKILL');

    expect(await answersSoonNoMore(endpoint)).toBe(true);
  }, 30_000);

  it('goes on otherwise', async () => {
    const { child, endpoint, pid } = await parent(false);

    child.kill('SIGKILL');
    await once(child, 'exit');

    expect((await fetch(endpoint)).ok).toBe(true);
    process.kill(pid);
  }, 30_000);
});
