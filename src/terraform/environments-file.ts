import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../core/errors';
import { isObject, readJsonFile, textOf, textsOf, type JsonObject } from './json';

/** Where the environment's state is, as the app describes it; only what holds for its type is set. */
export interface StateLocation {
  readonly type: 's3' | 'cloud' | 'local';
  readonly bucket?: string;
  readonly region?: string;
  readonly keyPrefix?: string;
}

/** What the tool has to know of an environment without running the app. */
export interface EnvironmentEntry {
  readonly name: string;
  readonly stage: string;
  readonly system: string;
  readonly accountId: string;
  readonly region: string;
  readonly availabilityZones: readonly string[];
  /** `on`, `off` or `off until YYYY-MM-DD`. */
  readonly protection: string;
  readonly domain: string | null;
  readonly state: StateLocation;
}

/** The `environments.json` that the app writes beside the manifest. */
export interface EnvironmentsFile {
  /** The environment whose stacks this folder holds. */
  readonly current: string;
  /** The stack that makes the state bucket: local state, workspace `default`. */
  readonly stateStack: string;
  readonly environments: readonly EnvironmentEntry[];
}

const FILE = 'environments.json';
const WAY_OUT = 'synthesize again';

/**
 * Reads `environments.json`; undefined when there is none, as in the output of a plain cdktf app.
 *
 * @throws UserError when the file is malformed
 */
export function readEnvironments(directory: string): EnvironmentsFile | undefined {
  const path = join(directory, FILE);
  if (!existsSync(path)) return undefined;
  const content = readJsonFile(path, WAY_OUT);
  const environments: unknown = content.environments;
  if (!Array.isArray(environments)) throw new UserError(`'environments' must be a list in '${path}'; ${WAY_OUT}`);
  const file = {
    current: required(content, 'current', FILE),
    stateStack: required(content, 'stateStack', FILE),
    environments: environments.map((entry, index) => readEntry(entry, `environments[${index}]`)),
  };
  currentEnvironment(file);
  return file;
}

/** The entry of the environment whose stacks the folder holds. */
export function currentEnvironment(file: EnvironmentsFile): EnvironmentEntry {
  const entry = file.environments.find(({ name }) => name === file.current);
  if (entry === undefined) {
    const known = file.environments.map(({ name }) => name).join(', ');
    throw new UserError(`'current' must be one of ${known} in '${FILE}', got '${file.current}'; ${WAY_OUT}`);
  }
  return entry;
}

function readEntry(entry: unknown, where: string): EnvironmentEntry {
  if (!isObject(entry)) throw new UserError(`'${where}' must be an object in '${FILE}'; ${WAY_OUT}`);
  return {
    name: required(entry, 'name', where),
    stage: required(entry, 'stage', where),
    system: required(entry, 'system', where),
    accountId: required(entry, 'accountId', where),
    region: required(entry, 'region', where),
    availabilityZones: textsOf(entry.availabilityZones),
    protection: required(entry, 'protection', where),
    domain: textOf(entry, 'domain') ?? null,
    state: readState(entry.state, where),
  };
}

function readState(state: unknown, where: string): StateLocation {
  if (!isObject(state)) throw new UserError(`'${where}.state' must be an object in '${FILE}'; ${WAY_OUT}`);
  const type = required(state, 'type', `${where}.state`);
  if (type !== 's3' && type !== 'cloud' && type !== 'local') {
    throw new UserError(`'${where}.state.type' must be s3, cloud or local in '${FILE}', got '${type}'; ${WAY_OUT}`);
  }
  return {
    type,
    bucket: textOf(state, 'bucket'),
    region: textOf(state, 'region'),
    keyPrefix: textOf(state, 'keyPrefix'),
  };
}

function required(object: JsonObject, member: string, where: string): string {
  const value = textOf(object, member);
  if (value === undefined) throw new UserError(`'${member}' must be a text in '${FILE}' (${where}); ${WAY_OUT}`);
  return value;
}
