import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../core/errors';
import { findEmulator } from '../sandbox/find-emulator';
import type { Variables } from '../terraform/process/process-environment';
import { isSameProcess } from '../terraform/process/process-identity';
import { acquireRunLock } from '../terraform/locks/run-lock';
import { askLab } from './control-client';
import type { LabStatus } from './control';
import { nodeProgram } from './host/node-program';
import { checkHost } from './host/requirements';
import { labCacheDirectory } from './images/image-cache';
import { labImages, mirrorDirectory } from './images/images';
import { userDataPackages } from './images/user-data-packages';
import { labFolders, type LabRecord, removeRemains, runningLab } from './lab-record';
import type { LabModel } from './model/lab-model';
import { type LabObject, runFiles, sockets, writeParameters } from './run-parameters';

const POLL_MS = 300;
const SERVICES_TIMEOUT_MS = 180_000;
const LOG_LINES = 15;

/** How to start a lab. */
export interface LabOptions {
  /** Folder whose `.wordpress-ha` holds the running lab. */
  readonly project: string;
  readonly model: LabModel;
  readonly variables: Variables;
  /**
   * Install the packages at boot, as a published image does, instead of booting from a prepared one.
   *
   * @default false
   */
  readonly stock?: boolean;
  /**
   * Instances to launch.
   *
   * @default 2
   */
  readonly instances?: number;
  /**
   * Memory of an instance in MiB.
   *
   * @default 1024
   */
  readonly memoryMib?: number;
  /** Rules for the packet filter between the parts. */
  readonly packetFilter?: string;
  /**
   * Objects that buckets hold before the first instance boots, such as a release.
   *
   * @default - none
   */
  readonly objects?: readonly LabObject[];
  /**
   * Loopback port that leads to the balancer.
   *
   * @default - any free one
   */
  readonly port?: number;
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** A lab that runs. */
export interface RunningLab {
  readonly record: LabRecord;
  readonly report: LabStatus;
}

/**
 * Starts a lab and waits until everything but the instances runs; those are booting then.
 *
 * @throws UserError when this machine lacks something, when a lab of the project runs already, or when a part does not
 * come up; nothing runs then
 */
export async function startLab(options: LabOptions): Promise<RunningLab> {
  const { project, model, variables, onProgress, signal } = options;
  checkHost(variables);
  const { folder, run, sockets: socketDirectory } = labFolders(project);
  const lock = await acquireRunLock(folder, 'lab up');
  try {
    const running = runningLab(project);
    if (running !== undefined)
      throw new UserError(`a lab runs already (process ${running.pid}); end it with 'lab down' first`);
    removeRemains(project);
    const { python } = await findEmulator({ directory: join(folder, '..', 'sandbox'), variables, onProgress });
    const cacheDirectory = labCacheDirectory(variables);
    const packages = options.stock === true ? [] : userDataPackages(model.userData);
    const images = await labImages({ cacheDirectory, packages, onProgress, signal });
    mkdirSync(runFiles(run).logs, { recursive: true });
    writeParameters({
      model,
      images,
      runDirectory: run,
      socketDirectory,
      mirrorDirectory: mirrorDirectory(cacheDirectory),
      python,
      instances: options.instances ?? 2,
      memoryMib: options.memoryMib ?? 1024,
      packetFilter: options.packetFilter,
      objects: options.objects ?? [],
      port: options.port ?? 0,
    });
    onProgress('starting the services of the lab');
    return await launch(project, run, signal);
  } finally {
    await lock.release();
  }
}

/** The lab of a project; undefined when none runs. */
export async function labStatus(project: string): Promise<RunningLab | undefined> {
  const record = runningLab(project);
  if (record === undefined) return undefined;
  return { record, report: await askLab(sockets(record.socketDirectory).control, 'status', {}) };
}

/** Ends the lab of a project and removes whatever it left; answers whether one ran. */
export async function stopLab(project: string): Promise<boolean> {
  const record = runningLab(project);
  if (record !== undefined) {
    // the kernel ends everything else of the lab with this process
    process.kill(record.pid, 'SIGKILL');
    while (isSameProcess(record.pid, record.identity)) await sleep(POLL_MS);
    await untilGone(record);
  }
  removeRemains(project);
  return record !== undefined;
}

async function launch(project: string, run: string, signal: AbortSignal | undefined): Promise<RunningLab> {
  const log = openSync(join(runFiles(run).logs, 'supervisor.log'), 'a');
  const [command = '', ...args] = [...nodeProgram(join(__dirname, 'supervisor', 'main')), run, project];
  const child = spawn(command, args, { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  const end = Date.now() + SERVICES_TIMEOUT_MS;
  let problem = `they did not start within ${SERVICES_TIMEOUT_MS / 1000} seconds`;
  while (Date.now() < end && signal?.aborted !== true) {
    await sleep(POLL_MS);
    if (child.exitCode !== null || child.signalCode !== null) {
      problem = 'they ended';
      break;
    }
    const running = await labStatus(project).catch(() => undefined);
    if (running?.report.phase === 'running') return running;
    if (running?.report.phase === 'failed') {
      problem = running.report.problem ?? problem;
      break;
    }
  }
  const tail = logTail(run);
  if (child.exitCode === null) child.kill('SIGKILL');
  await stopLab(project);
  throw new UserError(
    signal?.aborted === true ? 'interrupted; nothing of the lab runs' : `the services of the lab: ${problem}${tail}`,
  );
}

function logTail(run: string): string {
  const lines = ['supervisor', 'inside', 'lab'].flatMap((name) => {
    const path = join(runFiles(run).logs, `${name}.log`);
    return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').slice(-LOG_LINES) : [];
  });
  return lines.map((line) => `\n  ${line}`).join('');
}

/** Waits until the namespaces are empty: the control socket answers as long as somebody is there. */
async function untilGone(record: LabRecord): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const answers = await askLab(sockets(record.socketDirectory).control, 'status', {}).then(
      () => true,
      () => false,
    );
    if (!answers) return;
    await sleep(POLL_MS);
  }
}
