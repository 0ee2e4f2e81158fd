import { createServer } from 'node:net';
import { messageOf, UserError } from '../../core/errors';
import type { LabStatus } from '../control';
import { readParameters, sockets } from '../run-parameters';
import { type ActionTable, controlServer } from './control-server';
import { faultNamed } from './faults/faults';
import type { DatabasePair } from './data/database-pair';
import { LabInside } from './lab-inside';
import type { LabModel } from '../model/lab-model';
import type { Instance } from './nodes/instance';
import { requestFrom } from './nodes/request-from';

/** The first process inside a lab's namespaces: `node main RUN_DIRECTORY`. When it ends, so does everything in them. */
async function main(runDirectory: string): Promise<void> {
  const parameters = readParameters(runDirectory);
  const lab = new LabInside(parameters);
  let phase: LabStatus['phase'] = 'starting';
  let problem: string | undefined;
  const status = async (): Promise<LabStatus> => ({
    phase,
    problem,
    bootSeconds: parameters.model.fleet.bootSeconds,
    siteHost: parameters.model.balancer.hostNames[0] ?? parameters.model.balancer.dnsName,
    instances: lab.fleet.status(),
    targets: phase === 'running' ? await lab.targets() : {},
    services: lab.services.states(),
    database: phase === 'running' ? lab.database?.address : undefined,
    faults: lab.faults.inForce,
  });
  const files = sockets(parameters.socketDirectory);
  await new Promise<void>((resolve) =>
    controlServer(actionsOf(lab, parameters.model, status)).listen(files.control, resolve),
  );
  try {
    await lab.start();
    openShell(lab, files.shell);
    phase = 'running';
  } catch (error) {
    phase = 'failed';
    problem = messageOf(error);
    lab.log('lab', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function actionsOf(lab: LabInside, { balancer }: LabModel, status: () => Promise<LabStatus>): ActionTable {
  const changed = async (instance: Instance, change: Promise<void>): Promise<ReturnType<Instance['status']>> => {
    await change;
    return instance.status();
  };
  return {
    status,
    launch: async (input) => (await lab.launch(input)).status(),
    run: ({ instance, command, seconds }) => lab.fleet.find(instance).run(command, seconds),
    powerOff: ({ instance }) => changed(lab.fleet.find(instance), lab.fleet.find(instance).powerOff()),
    powerOn: ({ instance }) => changed(lab.fleet.find(instance), lab.fleet.find(instance).powerOn()),
    terminate: async ({ instance }) => (await lab.fleet.terminate(instance)).status(),
    request: ({ instance, ...asked }) => requestFrom(lab.fleet.find(instance), balancer.port, asked),
    failOver: async () => ({ seconds: await databaseOf(lab).failOver() }),
    restoreStandby: async () => {
      await databaseOf(lab).restoreStandby();
      return {};
    },
    slowFiles: ({ milliseconds }) => {
      if (lab.files === undefined) throw new UserError('the instances mount no file system');
      lab.files.latencyMs = milliseconds;
      return Promise.resolve({});
    },
    query: async ({ sql }) => ({ text: await databaseOf(lab).query(sql) }),
    put: async ({ bucket, key, base64 }) => {
      await lab.emulator?.putObject(bucket, key, Buffer.from(base64, 'base64'));
      return {};
    },
    fail: async ({ fault }) => {
      await lab.faults.bring(faultNamed(fault));
      return { faults: lab.faults.inForce };
    },
    heal: async ({ fault }) => {
      for (const each of fault === undefined ? lab.faults.inForce : [faultNamed(fault)]) await lab.faults.heal(each);
      return { faults: lab.faults.inForce };
    },
  };
}

function databaseOf({ database }: LabInside): DatabasePair {
  if (database !== undefined) return database;
  throw new UserError('the instances of this environment use no database');
}

/** A socket on this machine that leads to an instance's second serial line; the first line sent names the instance. */
function openShell(lab: LabInside, socket: string): void {
  createServer((client) => {
    client.on('error', () => undefined);
    client.once('data', (first: Buffer) => {
      const [name = '', ...rest] = first.toString('latin1').split('\n');
      const line = lab.fleet.running.find((instance) => instance.name === name)?.running?.shell;
      if (line === undefined) {
        client.end();
        return;
      }
      if (rest.join('\n') !== '') line.write(rest.join('\n'), 'latin1');
      client.on('data', (chunk: Buffer) => line.write(chunk));
      const show = (chunk: Buffer): void => void client.write(chunk);
      line.on('data', show);
      client.on('close', () => line.off('data', show));
    });
  }).listen(socket);
}

void main(process.argv[2] ?? '');
