import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackAssembly } from './assembly';
import { isObject, objectOf, parseObject, readJsonFile, textOf, type JsonObject } from './json';

/** Where a stack keeps its state. */
export interface Backend {
  /** Terraform's name of it: `s3`, `local`, `cloud`, … */
  readonly type: string;
  readonly settings: JsonObject;
}

/** Settings that say which state is meant; a change of any other is no move of the state. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  s3: ['bucket', 'key', 'workspace_key_prefix'],
  local: ['path', 'workspace_dir'],
  cloud: ['hostname', 'organization', 'workspaces'],
  remote: ['hostname', 'organization', 'workspaces'],
};

/** The backend in force: that of the configuration or of an override file beside it. Local state when none is given. */
export function backendOf(stack: Pick<StackAssembly, 'directory' | 'configuration'>): Backend {
  const overrides = overrideFiles(stack.directory).map((file) => readJsonFile(file, 'delete it or synthesize again'));
  const found = [stack.configuration, ...overrides].map(({ terraform }) => declared(terraform));
  return found.filter((backend) => backend !== undefined).at(-1) ?? { type: 'local', settings: {} };
}

/** The one workspace that an HCP Terraform configuration is bound to by name; undefined when it can have many. */
export function boundWorkspace(backend: Backend): string | undefined {
  const workspaces = firstObject(backend.settings.workspaces);
  return backend.type === 'cloud' || backend.type === 'remote' ? textOf(workspaces, 'name') : undefined;
}

/** How the backend that `terraform init` has recorded compares with the one in force. */
export function comparedWithRecorded(directory: string, backend: Backend): 'new' | 'same' | 'settings' | 'moved' {
  const file = join(directory, '.terraform', 'terraform.tfstate');
  if (!existsSync(file)) return 'new';
  const recorded = objectOf(parseObject(readFileSync(file, 'utf8'))?.backend);
  const type = textOf(recorded, 'type') ?? 'local';
  const before: Backend = { type, settings: objectOf(recorded.config) };
  if (identity(before) !== identity(backend)) return 'moved';
  return given(before.settings) === given(backend.settings) ? 'same' : 'settings';
}

/** Short words for the place, for messages. */
export function describeBackend(backend: Backend): string {
  const names = IDENTITY[backend.type] ?? [];
  const parts = names
    .map((name) => backend.settings[name])
    .filter((value) => typeof value === 'string' && value !== '');
  return [backend.type, ...parts].join(' ');
}

function overrideFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory).filter(
    (name) => name === 'override.tf.json' || name.endsWith('_override.tf.json'),
  );
  return names.sort().map((name) => join(directory, name));
}

function declared(terraform: unknown): Backend | undefined {
  const block = firstObject(terraform);
  if (block.cloud !== undefined) return { type: 'cloud', settings: firstObject(block.cloud) };
  const entry = Object.entries(firstObject(block.backend))[0];
  return entry === undefined ? undefined : { type: entry[0], settings: firstObject(entry[1]) };
}

/** JSON configuration allows a block to be an object or a list of objects. */
function firstObject(value: unknown): JsonObject {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return objectOf(list.find(isObject));
}

function identity(backend: Backend): string {
  const names = IDENTITY[backend.type] ?? Object.keys(backend.settings).sort();
  const values = names.map((name) =>
    name === 'workspaces' ? firstObject(backend.settings[name]) : backend.settings[name],
  );
  return JSON.stringify([backend.type, ...values.map(withoutEmpty)]);
}

function given(settings: JsonObject): string {
  return JSON.stringify(withoutEmpty(settings));
}

/** Terraform records settings that are not given as null; member order says nothing. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isObject(value)) return value ?? null;
  const entries = Object.entries(value).filter(
    ([, member]) => member !== null && member !== undefined && member !== '',
  );
  return Object.fromEntries(
    entries.sort(([a], [b]) => a.localeCompare(b)).map(([name, member]) => [name, withoutEmpty(member)]),
  );
}
