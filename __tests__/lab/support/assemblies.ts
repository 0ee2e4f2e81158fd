import { App } from 'cdktf';
import type { Environment } from '../../../src/config';
import type { LabAddresses } from '../../../src/lab/config/addresses';
import { hasDatabase, type LabModelWithDatabase } from '../../../src/lab/model/lab-model';
import { readLabModel } from '../../../src/lab/model/read-lab-model';
import { readAssembly, type Assembly } from '../../../src/terraform/assembly';
import { buildStacks } from '../../../stacks';
import { findEnvironment } from '../../../stacks/environments';
import { temporaryFolder } from '../../support/temporary-folder';

export const ENVIRONMENTS = ['development', 'staging', 'production'] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

/** The block of a resource in JSON that a test may change. */
export type Block = Record<string, unknown>;

/** Synthesizes the stacks of an environment into a folder of their own and reads them. */
export function assemblyOf(environment: Environment): Assembly {
  const outdir = temporaryFolder();
  const app = new App({ outdir, stackTraces: false });
  buildStacks(app, environment);
  app.synth();
  return readAssembly(outdir);
}

const kept = new Map<EnvironmentName, Assembly>();

/** The stacks of a default environment; the caller may change them. */
export function defaultAssembly(name: EnvironmentName): Assembly {
  const assembly = kept.get(name) ?? assemblyOf(findEnvironment(name));
  kept.set(name, assembly);
  return structuredClone(assembly);
}

export function defaultModel(name: EnvironmentName): LabModelWithDatabase {
  const model = readLabModel(defaultAssembly(name));
  if (!hasDatabase(model)) throw new Error(`${name} has a database`);
  return model;
}

/** All resources of a type in one stack. */
export function blocks(assembly: Assembly, stack: string, type: string): Record<string, Block> {
  const configuration = assembly.stacks.find((each) => each.name === stack)?.configuration;
  const resources = configuration?.resource as Record<string, Record<string, Block>> | undefined;
  return resources?.[type] ?? {};
}

/** The only resource of a type in one stack. */
export function block(assembly: Assembly, stack: string, type: string): Block {
  const found = Object.values(blocks(assembly, stack, type));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} of ${type} in ${stack}`);
  return found[0];
}

/** Addresses of a lab with two nodes. */
export const ADDRESSES: LabAddresses = {
  bridge: 'br0',
  network: '10.77.0.0/24',
  gateway: '10.77.0.1',
  balancer: '10.77.0.10',
  databases: ['10.77.0.31', '10.77.0.32'],
  files: '10.77.0.20',
  aws: '10.77.0.2',
  nodes: [1, 2].map((n) => ({
    name: `n${n}`,
    mac: `02:00:00:00:00:0${n}`,
    address: `10.77.0.10${n}`,
    tap: `tap${n}`,
  })),
};
