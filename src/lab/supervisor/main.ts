import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { debianMirror } from '../mirror/debian-mirror';
import { forwarder } from '../forward';
import { inNamespaces } from '../host/namespaces';
import { nodeProgram } from '../host/node-program';
import { readParameters, runFiles, sockets } from '../run-parameters';
import { recordLab } from '../lab-record';

/**
 * The process of a lab that stays outside of its namespaces: `node main RUN_DIRECTORY PROJECT`.
 *
 * It has what the lab needs of this machine's network: the mirror's way to Debian, and a loopback port that leads to the
 * balancer. The lab's namespaces end with it, however it ends.
 */
async function main(runDirectory: string, project: string): Promise<void> {
  const parameters = readParameters(runDirectory);
  const files = sockets(parameters.socketDirectory);
  mkdirSync(parameters.socketDirectory, { recursive: true, mode: 0o700 });
  await new Promise<void>((resolve) => debianMirror(parameters.mirrorDirectory).listen(files.mirror, resolve));
  const ports: Record<string, number> = {};
  for (const port of parameters.model.balancer.listenerPorts) {
    const door = forwarder({ path: files.balancer(port) });
    const wanted = Object.keys(ports).length === 0 ? parameters.port : 0;
    await new Promise<void>((resolve, reject) => {
      door.once('error', reject);
      door.listen(wanted, '127.0.0.1', resolve);
    });
    ports[port] = (door.address() as AddressInfo).port;
  }
  recordLab(project, {
    runDirectory,
    socketDirectory: parameters.socketDirectory,
    environment: parameters.model.environment,
    ports,
  });
  enterNamespaces(runDirectory);
}

function enterNamespaces(runDirectory: string): void {
  const log = openSync(join(runFiles(runDirectory).logs, 'inside.log'), 'a');
  const program = nodeProgram(join(__dirname, '..', 'inside', 'main'));
  const [command, ...words] = inNamespaces([...program, runDirectory], ['--net']);
  const child = spawn(command, words, { stdio: ['ignore', log, log] });
  closeSync(log);
  child.once('error', () => process.kill(process.pid, 'SIGTERM'));
  child.once('exit', () => process.kill(process.pid, 'SIGTERM'));
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
