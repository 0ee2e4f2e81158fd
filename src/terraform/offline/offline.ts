import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Assembly, StackAssembly } from '../assembly';
import { boundWorkspace, backendOf } from '../backend';
import { isObject, objectOf, textOf, type JsonObject } from '../json';
import { placeholderState, usedOutputs } from './placeholder-state';
import { placeholderOutputs } from './placeholders';
import { remoteStates, type RemoteState } from './remote-states';
import type { OutputValue } from '../execution/terraform';

/** Account, region and name that placeholders are made for. */
export interface PlaceholderContext {
  /** Workspace of the stacks. */
  readonly environment: string;
  readonly accountId: string;
  readonly region: string;
  /**
   * Stack whose workspace is `default`.
   *
   * @default - none
   */
  readonly stateStack?: string;
}

/** A copy of a stack that reads stand-ins in place of upstream state. */
export interface PreparedStack extends StackAssembly {
  /** Upstream stacks that are stood in for. */
  readonly placeholders: readonly string[];
  /** Workspace to open it with. */
  readonly workspace: string;
}

/** An upstream stack whose state does not hold every value that a stack reads from it. */
export interface IncompleteUpstream {
  readonly name: string;
  /** The outputs its state does hold; empty when it has not been applied. */
  readonly outputs: Readonly<Record<string, OutputValue>>;
}

/** Where stand-in states go, and what is known of them. */
interface StandIns {
  /** Folder for the state files, as Terraform finds it from the stack's own folder. */
  readonly folder: string;
  readonly states: readonly RemoteState[];
  /** @default - nothing is known: all values are stand-ins */
  readonly incomplete?: readonly IncompleteUpstream[];
}

const STATES = 'placeholder-states';
/** Kept between runs, so that Terraform need not be initialized again. */
const KEPT = new Set(['.terraform', '.terraform.lock.hcl']);

/**
 * Copies every stack to `<assembly>/offline/<stack>` with a local backend, stand-in credentials and stand-in upstream values.
 *
 * The copies plan with the real provider and neither network nor credentials. Never apply them.
 */
export function prepareOffline(assembly: Assembly, context: PlaceholderContext): readonly PreparedStack[] {
  return assembly.stacks.map((stack) => {
    const states = remoteStates(stack, assembly);
    const directory = copy(stack, join(assembly.directory, 'offline', stack.name), (name) => !isGenerated(name));
    const override = {
      terraform: { backend: { local: { path: 'offline.tfstate' } } },
      provider: offlineProviders(stack.configuration),
      ...standIns(directory, stack, assembly, { folder: STATES, states }, context),
    };
    writeJson(join(directory, 'offline_override.tf.json'), override);
    return prepared(stack, directory, states, context);
  });
}

/**
 * Copies one stack to `<assembly>/preview/<stack>`; its own state stays where it is. Incomplete upstream stacks keep the
 * values they have, and only the others are stood in for. Good for a plan; never apply it.
 *
 * @param folder absolute path of a folder that nobody else can read: the real values are written into it in clear
 */
export function placeholderUpstreams(
  assembly: Assembly,
  stack: StackAssembly,
  incomplete: readonly IncompleteUpstream[],
  context: PlaceholderContext,
  folder: string,
): PreparedStack {
  const states = remoteStates(stack, assembly).filter(({ upstream }) =>
    incomplete.some(({ name }) => name === upstream?.name),
  );
  // beside the stacks' own folders, so that relative paths in the configuration stay right
  const directory = copy(stack, join(assembly.directory, 'preview', stack.name), () => true);
  // sorts behind every other override file: the last one wins
  writeJson(
    join(directory, 'upstream_placeholders_override.tf.json'),
    standIns(directory, stack, assembly, { folder, states, incomplete }, context),
  );
  return prepared(stack, directory, states, context);
}

function prepared(
  stack: StackAssembly,
  directory: string,
  states: readonly RemoteState[],
  { environment, stateStack }: PlaceholderContext,
): PreparedStack {
  const workspace = stack.name === stateStack ? 'default' : (boundWorkspace(backendOf(stack)) ?? environment);
  const placeholders = states.map(({ name, upstream }) => upstream?.name ?? name);
  return { ...stack, directory, placeholders, workspace };
}

/** Writes a state file for each remote state, and gives the settings that make the stack read it. */
function standIns(
  directory: string,
  stack: StackAssembly,
  assembly: Assembly,
  { folder, states, incomplete = [] }: StandIns,
  context: PlaceholderContext,
): JsonObject {
  if (states.length === 0) return {};
  mkdirSync(resolve(directory, folder), { recursive: true, mode: 0o700 });
  const entries = states.map(({ name, upstream }): [string, JsonObject] => {
    const used = usedOutputs(stack.configuration, name);
    const madeUp = upstream === undefined ? {} : madeUpOutputs(upstream, assembly, context);
    const real = incomplete.find((other) => other.name === upstream?.name)?.outputs;
    const path = join(folder, `${upstream?.name ?? name}.tfstate`);
    writeJson(resolve(directory, path), placeholderState({ ...used, ...madeUp, ...real }));
    return [name, { backend: 'local', config: { path }, workspace: 'default' }];
  });
  return { data: { terraform_remote_state: Object.fromEntries(entries) } };
}

/** Marked sensitive like the real ones: else every resource that reads one would seem to change. */
function madeUpOutputs(
  upstream: StackAssembly,
  assembly: Assembly,
  context: PlaceholderContext,
): Record<string, OutputValue> {
  const declared = objectOf(upstream.configuration.output);
  const values = Object.entries(placeholderOutputs(upstream, assembly, context));
  return Object.fromEntries(
    values.map(([name, value]) => [name, { value, sensitive: objectOf(declared[name]).sensitive === true }]),
  );
}

/** Settings with which the provider asks AWS nothing, for each provider block of the configuration. */
function offlineProviders(configuration: JsonObject): JsonObject {
  const declared: unknown = objectOf(configuration.provider).aws ?? {};
  const blocks: readonly unknown[] = Array.isArray(declared) ? declared : [declared];
  const settings = {
    access_key: 'offline',
    secret_key: 'offline',
    skip_credentials_validation: true,
    skip_metadata_api_check: 'true',
    skip_region_validation: true,
    skip_requesting_account_id: true,
    // without an account id nothing would be allowed
    allowed_account_ids: null,
  };
  return {
    aws: blocks.filter(isObject).map((block) => {
      const alias = textOf(block, 'alias');
      return alias === undefined ? settings : { ...settings, alias };
    }),
  };
}

function isGenerated(name: string): boolean {
  return name.endsWith('_override.tf.json') || name === 'override.tf.json' || name.startsWith('wordpress_ha_recovery');
}

function copy(stack: StackAssembly, target: string, isWanted: (name: string) => boolean): string {
  mkdirSync(target, { recursive: true });
  const old = readdirSync(target).filter((name) => !KEPT.has(name));
  old.forEach((name) => rmSync(join(target, name), { recursive: true, force: true }));
  const names = existsSync(stack.directory) ? readdirSync(stack.directory) : [];
  const wanted = names.filter(
    (name) => !name.startsWith('.terraform') && !/\.tfstate(\.|$)/.test(name) && isWanted(name),
  );
  wanted.forEach((name) =>
    cpSync(join(stack.directory, name), join(target, name), { recursive: true, dereference: true }),
  );
  return target;
}

function writeJson(path: string, content: unknown): void {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}
