import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { objectOf, readJsonFile, textOf } from '../terraform/json';
import { isSameProcess, processIdentity } from '../terraform/process/process-identity';

/** What is recorded of a project's lab, running or not. */
export interface LabRecord {
  /** Process that everything else of the lab ends with. */
  readonly pid: number;
  readonly identity: string;
  readonly startedAt: string;
  readonly environment: string;
  readonly runDirectory: string;
  readonly socketDirectory: string;
  /** Loopback port on this machine for each port of the balancer. */
  readonly ports: Readonly<Record<string, number>>;
}

/** Where a project's lab keeps what it needs; absolute paths. */
export function labFolders(project: string) {
  const folder = resolve(project, '.wordpress-ha', 'lab');
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return {
    folder,
    record: join(folder, 'lab.json'),
    run: join(folder, 'run'),
    sockets: join('/run/wordpress-ha', id),
  } as const;
}

/** Records this process as the one that the lab ends with; readers see the old file or the new one, never a part. */
export function recordLab(project: string, lab: Omit<LabRecord, 'pid' | 'identity' | 'startedAt'>): void {
  const { record } = labFolders(project);
  mkdirSync(dirname(record), { recursive: true });
  const identity = processIdentity(process.pid) ?? '';
  const draft = `${record}.${process.pid}`;
  const whole: LabRecord = { pid: process.pid, identity, startedAt: new Date().toISOString(), ...lab };
  writeFileSync(draft, `${JSON.stringify(whole, undefined, 2)}\n`);
  renameSync(draft, record);
}

/** The record of a lab whose very process still runs. */
export function runningLab(project: string): LabRecord | undefined {
  const record = readRecord(project);
  return record !== undefined && isSameProcess(record.pid, record.identity) ? record : undefined;
}

/** Removes all that a lab left in the project and on this machine; it must not run any more. */
export function removeRemains(project: string): void {
  const { record, run, sockets } = labFolders(project);
  for (const path of [record, run, sockets]) rmSync(path, { recursive: true, force: true });
}

function readRecord(project: string): LabRecord | undefined {
  const { record: path } = labFolders(project);
  if (!existsSync(path)) return undefined;
  const record = readJsonFile(path, 'delete it');
  const { pid } = record;
  const ports = Object.entries(objectOf(record.ports)).flatMap(([from, to]) =>
    typeof to === 'number' ? [[from, to] as const] : [],
  );
  return {
    // an id that is no number belongs to no process
    pid: typeof pid === 'number' ? pid : -1,
    identity: textOf(record, 'identity') ?? '',
    startedAt: textOf(record, 'startedAt') ?? '',
    environment: textOf(record, 'environment') ?? '',
    runDirectory: textOf(record, 'runDirectory') ?? '',
    socketDirectory: textOf(record, 'socketDirectory') ?? '',
    ports: Object.fromEntries(ports),
  };
}
