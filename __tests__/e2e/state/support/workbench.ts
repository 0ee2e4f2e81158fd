import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { StackAssembly } from '../../../../src/terraform/assembly';
import type { JsonObject } from '../../../../src/terraform/json';
import type { Terraform } from '../../../../src/terraform/execution/terraform';
import { terraformHost, type TerraformHost } from '../../../../src/terraform/execution/terraform-host';

export const BUCKET = 'state-bucket';

/** Folders, variables and S3 for a test of remote state. */
export interface Workbench {
  readonly root: string;
  /** Where the emulator answers. */
  readonly endpoint: string;
  readonly variables: Record<string, string | undefined>;
  readonly folder: string;
  readonly s3: S3Client;
  /** A host as a new process of the tool would make it. */
  host(): Promise<TerraformHost>;
  /** Terraform in a stack, initialized and in the workspace. */
  open(stack: StackAssembly, workspace?: string): Promise<Terraform>;
  /** Writes a stack whose state is in S3. `folder` tells environments' copies of a stack apart. */
  stack(name: string, folder: string, configuration: JsonObject): StackAssembly;
  keys(): Promise<string[]>;
  object(key: string): Promise<string>;
  remove(): void;
}

/** Makes one against an emulator, with an empty state bucket. */
export async function workbench(endpoint: string): Promise<Workbench> {
  const root = mkdtempSync(join(tmpdir(), 'state-'));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const s3 = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  const variables = {
    ...process.env,
    AWS_CA_BUNDLE: undefined,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
  };
  const folder = join(root, '.wordpress-ha');
  const host = (): Promise<TerraformHost> => terraformHost({ variables, folder });
  return {
    root,
    endpoint,
    variables,
    folder,
    s3,
    host,
    async open(stack, workspace = 'staging') {
      const terraform = (await host()).open(stack, workspace);
      await terraform.init();
      await terraform.selectWorkspace(workspace);
      return terraform;
    },
    stack: (name, environment, configuration) => writeStack(join(root, environment, name), name, configuration),
    async keys() {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
      return Contents.map(({ Key = '' }) => Key).sort();
    },
    async object(key) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: key }));
      return (await Body?.transformToString()) ?? '';
    },
    remove: () => {
      s3.destroy();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Settings of the S3 backend as the stacks have them, and what the emulator needs. */
export function s3Settings(key: string): JsonObject {
  return {
    bucket: BUCKET,
    key: `${key}.tfstate`,
    region: 'us-east-1',
    workspace_key_prefix: 'environments',
    use_lockfile: true,
    use_path_style: true,
    skip_credentials_validation: true,
    skip_requesting_account_id: true,
    skip_metadata_api_check: true,
  };
}

/** A resource that stops a plan in any other workspace. */
export function guard(workspace: string): JsonObject {
  const condition = `\${terraform.workspace == "${workspace}"}`;
  return { lifecycle: { precondition: [{ condition, error_message: `made for ${workspace}` }] } };
}

/** A resource whose creation takes a while. */
export function slow(seconds: number): JsonObject {
  return { provisioner: [{ 'local-exec': { command: `sleep ${seconds}` } }] };
}

function writeStack(directory: string, name: string, parts: JsonObject): StackAssembly {
  const terraform = { backend: { s3: s3Settings(name) }, ...(parts.terraform as object | undefined) };
  const configuration = { ...parts, terraform };
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(configuration));
  return { name, directory, dependencies: [], configuration };
}
