import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../core/errors';
import type { StackAssembly } from '../assembly';
import { backendOf, boundWorkspace, comparedWithRecorded, describeBackend } from '../backend';
import { objectOf, parseObject, textOf } from '../json';
import type { TerraformRunner } from '../process/terraform-run';

const STAMP = join('.terraform', 'wordpress-ha.json');

/**
 * Installs the provider and connects the backend, unless both stand as the configuration wants them.
 *
 * Runs without a workspace: with one chosen, Terraform refuses a backend that has others but not this one.
 *
 * @throws UserError when the configuration names another state than the one this folder was connected to
 */
export async function initialize(runner: TerraformRunner, stack: StackAssembly): Promise<void> {
  const wanted = fingerprint(stack, runner.environment);
  if (textOf(readStamp(stack.directory), 'initialized') === wanted) return;
  const backend = backendOf(stack);
  const change = comparedWithRecorded(stack.directory, backend);
  if (change === 'moved') {
    throw new UserError(
      `stack '${stack.name}' is connected to another state than its configuration names (${describeBackend(backend)}); ` +
        `move the state with 'terraform -chdir=${stack.directory} init -migrate-state', or delete ` +
        `'${join(stack.directory, '.terraform')}' to start with what is there`,
    );
  }
  rmSync(join(stack.directory, STAMP), { force: true });
  rmSync(join(stack.directory, '.terraform', 'environment'), { force: true });
  const args = ['init', '-input=false', '-json'];
  if (change === 'settings') args.push('-reconfigure');
  if (lockedVersionsDiffer(stack)) args.push('-upgrade');
  await runner.succeed(args, { environment: runner.environment });
  writeStamp(stack.directory, { initialized: wanted });
}

/**
 * Selects a workspace for plain `terraform` and `cdktf` in this folder as well.
 *
 * @param create makes it where there is none of that name
 * @returns false when there is none and none was to be made
 */
export async function selectWorkspace(
  runner: TerraformRunner,
  stack: StackAssembly,
  name: string,
  create: boolean,
): Promise<boolean> {
  const stamp = readStamp(stack.directory);
  if (textOf(stamp, 'workspace') === name || boundWorkspace(backendOf(stack)) !== undefined) return true;
  const { environment } = runner;
  if (name !== 'default') {
    if (!create && !(await workspacesOf(runner)).includes(name)) return false;
    await runner.succeed(['workspace', 'select', ...(create ? ['-or-create=true'] : []), name], { environment });
  }
  writeStamp(stack.directory, { ...stamp, workspace: name });
  return true;
}

/** One name a line, after a mark for the one that is selected. */
async function workspacesOf(runner: TerraformRunner): Promise<readonly string[]> {
  const listed = await runner.succeed(['workspace', 'list'], { environment: runner.environment });
  return listed.split('\n').map((line) => line.replace(/^\*/, '').trim());
}

/** All that decides what `terraform init` does: the configuration's `terraform` blocks, where providers come from, what is installed. */
function fingerprint(stack: StackAssembly, environment: Readonly<Record<string, string>>): string {
  const overrides = readdirSync(stack.directory).filter((name) => name.endsWith('.tf.json') && name !== 'cdk.tf.json');
  const blocks = overrides
    .sort()
    .map((name) => parseObject(readFileSync(join(stack.directory, name), 'utf8'))?.terraform);
  const config = environment.TF_CLI_CONFIG_FILE;
  const facts = [
    stack.configuration.terraform,
    ...blocks,
    config === undefined ? null : readFileSync(config, 'utf8'),
    environment.AWS_ENDPOINT_URL ?? null,
    environment.AWS_ENDPOINT_URL_S3 ?? null,
    existsSync(join(stack.directory, '.terraform', 'terraform.tfstate')) || backendOf(stack).settings,
    existsSync(join(stack.directory, '.terraform', 'providers')) || 'none',
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** Whether the lock file holds another version than the exact one the configuration wants, as after an update of this package. */
function lockedVersionsDiffer(stack: StackAssembly): boolean {
  const file = join(stack.directory, '.terraform.lock.hcl');
  if (!existsSync(file)) return false;
  const locked = readFileSync(file, 'utf8');
  const required = objectOf(objectOf(stack.configuration.terraform).required_providers);
  return Object.values(required).some((entry) => {
    const source = textOf(objectOf(entry), 'source')?.split('/').slice(-2).join('/');
    const version = textOf(objectOf(entry), 'version')?.replace(/^=\s*/, '');
    if (source === undefined || version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) return false;
    const block = locked.split('provider "').find((part) => part.split('"')[0]?.endsWith(`/${source}`));
    return block !== undefined && !block.includes(`"${version}"`);
  });
}

function readStamp(directory: string): Readonly<Record<string, unknown>> {
  const file = join(directory, STAMP);
  return (existsSync(file) ? parseObject(readFileSync(file, 'utf8')) : undefined) ?? {};
}

function writeStamp(directory: string, stamp: Readonly<Record<string, unknown>>): void {
  mkdirSync(join(directory, '.terraform'), { recursive: true });
  writeFileSync(join(directory, STAMP), JSON.stringify(stamp));
}
