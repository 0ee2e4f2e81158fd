import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { isObject, objectOf, textOf, type JsonObject } from '../terraform/json';
import { blocksOf } from './blocks';

/** Where the states of a stack go in the sandbox. */
export interface StatePlace {
  readonly endpoint: string;
  readonly accountId: string;
  /** Folder for states that are not in S3. */
  readonly stateDirectory: string;
  /** Folder of the stack, from which relative paths count. */
  readonly directory: string;
}

/** The backend of a stack in the sandbox: S3 stays S3, everything else becomes a file that ends with the sandbox. */
export function backendOverride(configuration: JsonObject, place: StatePlace): JsonObject | undefined {
  const terraform = blocksOf(configuration.terraform)[0] ?? {};
  const [type, settings] = declaredBackend(terraform);
  return { backend: { [type === 's3' ? 's3' : 'local']: redirected(type, settings, place) } };
}

/** The same for the states of other stacks that a stack reads. */
export function remoteStateOverride(configuration: JsonObject, place: StatePlace): JsonObject | undefined {
  const states = Object.entries(objectOf(objectOf(configuration.data).terraform_remote_state));
  if (states.length === 0) return undefined;
  const overrides = states.map(([name, state]) => {
    const { backend, config } = objectOf(state);
    const type = typeof backend === 'string' ? backend : 'local';
    return [name, { backend: type === 's3' ? 's3' : 'local', config: redirected(type, objectOf(config), place) }];
  });
  return { terraform_remote_state: Object.fromEntries(overrides) as JsonObject };
}

function declaredBackend(terraform: JsonObject): [type: string, settings: JsonObject] {
  if (terraform.cloud !== undefined) return ['remote', blocksOf(terraform.cloud)[0] ?? {}];
  const [type, settings] = Object.entries(blocksOf(terraform.backend)[0] ?? {})[0] ?? ['local', {}];
  return [type, blocksOf(settings)[0] ?? {}];
}

function redirected(type: string, settings: JsonObject, place: StatePlace): JsonObject {
  return type === 's3' ? emulatedS3(settings, place) : localFile(type, settings, place);
}

function emulatedS3(settings: JsonObject, { accountId, endpoint }: StatePlace): JsonObject {
  return {
    ...settings,
    access_key: accountId,
    secret_key: 'sandbox',
    endpoints: { s3: endpoint, sts: endpoint, iam: endpoint },
    skip_credentials_validation: true,
    skip_metadata_api_check: true,
    skip_region_validation: true,
    skip_requesting_account_id: true,
    use_path_style: true,
  };
}

/**
 * A file in the sandbox's own folder, named after the real place so that writer and readers agree. A real state must
 * never meet the emulator: Terraform would take everything in it for deleted.
 */
function localFile(type: string, settings: JsonObject, { stateDirectory, directory }: StatePlace): JsonObject {
  const path = resolve(directory, textOf(settings, 'path') ?? 'terraform.tfstate');
  const identity = type === 'local' ? path : JSON.stringify(sorted(settings.workspaces ?? settings));
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 12);
  const name = `${hash}-${type === 'local' ? basename(path, '.tfstate') : type}`;
  return { path: join(stateDirectory, `${name}.tfstate`), workspace_dir: join(stateDirectory, name) };
}

/** One shape for what may be an object or a list of one, whatever the order of its members. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? sorted(value[0]) : value.map(sorted);
  if (!isObject(value)) return value;
  const members = Object.entries(value).sort(([left], [right]) => left.localeCompare(right));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
