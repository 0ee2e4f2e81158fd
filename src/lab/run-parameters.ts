import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabImages } from './images/images';
import type { LabModel } from './model/lab-model';

/** An object of a bucket, from a file of this machine or as text. */
export interface LabObject {
  readonly bucket: string;
  readonly key: string;
  readonly content: { readonly file: string } | { readonly text: string };
}

/** All that the processes of a lab are told, in a file of its run folder. */
export interface RunParameters {
  readonly model: LabModel;
  readonly images: LabImages;
  /** Folder of this run: disks, data and logs; emptied when the lab ends. */
  readonly runDirectory: string;
  /** Folder of the sockets: short, because the system allows their paths only about 100 characters. */
  readonly socketDirectory: string;
  readonly mirrorDirectory: string;
  /** Python interpreter that can run the emulator. */
  readonly python: string;
  /** Instances to start at once. */
  readonly instances: number;
  /** Memory of an instance in MiB. */
  readonly memoryMib: number;
  /** Rules for the packet filter; undefined lets everything through. */
  readonly packetFilter: string | undefined;
  /** Objects that buckets hold before the first instance boots. */
  readonly objects: readonly LabObject[];
  /** Loopback port on this machine that leads to the balancer; 0 takes any. */
  readonly port: number;
}

/** Paths below a run folder. */
export function runFiles(runDirectory: string) {
  return {
    parameters: join(runDirectory, 'parameters.json'),
    logs: join(runDirectory, 'logs'),
    data: join(runDirectory, 'data'),
    root: join(runDirectory, 'root'),
  } as const;
}

/** Sockets of a lab. */
export function sockets(socketDirectory: string) {
  return {
    control: join(socketDirectory, 'control'),
    mirror: join(socketDirectory, 'mirror'),
    balancer: (port: number): string => join(socketDirectory, `balancer-${port}`),
    shell: join(socketDirectory, 'shell'),
  } as const;
}

/** Writes the parameters for the processes of the lab; only their user may read them, for they hold the authority's key. */
export function writeParameters(parameters: RunParameters): void {
  const { model } = parameters;
  const text = JSON.stringify({ ...parameters, model: { ...model, userData: model.userData.toString('base64') } });
  writeFileSync(runFiles(parameters.runDirectory).parameters, text, { mode: 0o600 });
}

/** Reads what `writeParameters` wrote. */
export function readParameters(runDirectory: string): RunParameters {
  type Written = Omit<RunParameters, 'model'> & { readonly model: Omit<LabModel, 'userData'> & { userData: string } };
  const written = JSON.parse(readFileSync(runFiles(runDirectory).parameters, 'utf8')) as Written;
  return { ...written, model: { ...written.model, userData: Buffer.from(written.model.userData, 'base64') } };
}
