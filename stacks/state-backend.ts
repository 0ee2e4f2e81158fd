import { relative, resolve } from 'node:path';
import {
  App,
  DataTerraformRemoteState,
  LocalBackend,
  PrefixedRemoteWorkspaces,
  RemoteBackend,
  S3Backend,
  type RemoteBackendConfig,
  type TerraformRemoteState,
  type TerraformStack,
} from 'cdktf';
import type { Construct } from 'constructs';
import type { CloudState, Environment, LocalState, S3State } from '../src/config';

/** Folder of state files that stay on this machine, relative to the project. */
export const LOCAL_STATE_DIRECTORY = '.wordpress-ha/state';

/** Alias of the key that encrypts a state bucket; derived from the bucket, so that no configuration has to name it. */
export function stateKeyAlias(bucket: string): string {
  return `alias/${bucket}`;
}

/** Name of the environment's state in this backend as `terraform.workspace` gives it: HCP Terraform may add the prefix. */
export function workspaceNames(environment: Environment, stackId: string): readonly string[] {
  return environment.state.type === 'cloud'
    ? [environment.name, `${cloudPrefix(environment, environment.state, stackId)}${environment.name}`]
    : [environment.name];
}

/** Connects a stack to the state backend of its environment: one state a stack and workspace. */
export function connectState(stack: TerraformStack, environment: Environment): void {
  const { state } = environment;
  const stackId = stack.node.id;
  if (state.type === 's3') connectS3(stack, stackId, environment.accountId, state);
  else if (state.type === 'cloud') connectCloud(stack, cloudPrefix(environment, state, stackId), state);
  else connectLocal(stack, state);
}

/** Keeps the state of a stack in files below `directory` of the project: one file a stack and workspace. */
export function connectLocal(
  stack: TerraformStack,
  { directory = LOCAL_STATE_DIRECTORY }: Omit<LocalState, 'type'>,
): void {
  const id = stack.node.id;
  // Terraform runs in the stack's own folder; a relative path keeps the JSON the same on every machine
  const stackDirectory = resolve(App.of(stack).outdir, 'stacks', id);
  const path = relative(stackDirectory, resolve(directory, id));
  new LocalBackend(stack, { path: `${path}.tfstate`, workspaceDir: path });
}

function connectS3(stack: TerraformStack, stackId: string, accountId: string, state: S3State): void {
  const backend = new S3Backend(stack, {
    bucket: state.bucket,
    key: `${stackId}.tfstate`,
    region: state.region,
    workspaceKeyPrefix: state.keyPrefix ?? 'environments',
    encrypt: true,
    kmsKeyId: `arn:aws:kms:${state.region}:${accountId}:${stateKeyAlias(state.bucket)}`,
  });
  // cdktf 0.21 has no property for locking in S3 itself
  backend.addOverride('use_lockfile', true);
}

function cloudPrefix(environment: Environment, state: CloudState, stackId: string): string {
  return `${state.workspacePrefix ?? `${environment.system ?? 'wordpress'}-`}${stackId}-`;
}

function connectCloud(stack: TerraformStack, prefix: string, state: CloudState): void {
  new PrefixedRemoteBackend(stack, {
    organization: state.organization,
    hostname: state.hostname ?? 'app.terraform.io',
    workspaces: new PrefixedRemoteWorkspaces(prefix),
  });
}

/** HCP Terraform with a workspace prefix: cdktf's own class forgets the workspace when another stack reads the state. */
class PrefixedRemoteBackend extends RemoteBackend {
  constructor(
    scope: Construct,
    private readonly config: RemoteBackendConfig,
  ) {
    super(scope, config);
  }

  override getRemoteStateDataSource(scope: Construct, name: string): TerraformRemoteState {
    return new DataTerraformRemoteState(scope, name, { ...this.config, workspace: '${terraform.workspace}' });
  }
}
