import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { freePort } from '../../../support/free-port';

/** An AWS emulator of the test's own. */
export interface MotoServer {
  readonly endpoint: string;
  readonly stop: () => void;
}

const READY_WITHIN_MS = 120_000;

/** Whether there is an emulator to test with. Its absence fails a pipeline and is told loudly everywhere else. */
export function isMotoInstalled(): boolean {
  const found = spawnSync('moto_server', ['--help'], { stdio: 'ignore' }).error === undefined;
  if (!found && (process.env.CI ?? '') !== '') throw new Error("'moto_server' is not on PATH; install moto[server]");
  if (!found)
    process.stderr.write("SKIPPED: tests of remote state need 'moto_server' on PATH (pip install 'moto[server]')\n");
  return found;
}

/** Starts `moto_server` on a free loopback port and waits until it answers. */
export async function startMoto(): Promise<MotoServer> {
  const port = await freePort();
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    cwd: tmpdir(),
    detached: true,
    stdio: 'ignore',
  });
  child.unref();
  const endpoint = `http://127.0.0.1:${port}`;
  const end = Date.now() + READY_WITHIN_MS;
  while (!(await answers(endpoint))) {
    if (Date.now() > end) throw new Error(`moto_server did not answer on ${endpoint}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    endpoint,
    stop: () => {
      // the program on PATH may be a wrapper: its process group holds the server
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    },
  };
}

async function answers(endpoint: string): Promise<boolean> {
  return fetch(`${endpoint}/moto-api/data.json`).then(
    ({ ok }) => ok,
    () => false,
  );
}
