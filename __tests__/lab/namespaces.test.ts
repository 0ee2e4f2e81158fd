import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inNamespaces } from '../../src/lab/host/namespaces';
import { mayMakeNamespaces } from './support/installed';
import { waitFor } from '../support/wait-for';

/** The process that a process has made, once there is one. */
async function childOf(pid: number): Promise<number> {
  const children = (): string => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  await waitFor(() => children() !== '');
  return Number(children().split(' ')[0]);
}

(mayMakeNamespaces() ? test : test.skip)(
  'what runs in namespaces ends with the process that made them, even when that is killed',
  async () => {
    const program = JSON.stringify(inNamespaces(['sleep', '60']));
    const script = `const [command, ...words] = ${program}; require('node:child_process').spawn(command, words)`;
    const maker: ChildProcess = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
    const namespaces = await childOf(maker.pid ?? 0);
    const inside = await childOf(namespaces);

    maker.kill('SIGKILL');

    await waitFor(() => !existsSync(`/proc/${namespaces}`) && !existsSync(`/proc/${inside}`));
  },
  // less than the program would live by itself
  30_000,
);
