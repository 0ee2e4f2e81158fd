import { join } from 'node:path';
import { UserError } from '../../core/errors';
import { readAssembly, type Assembly, type StackAssembly } from '../../terraform/assembly';
import {
  currentEnvironment,
  readEnvironments,
  type EnvironmentEntry,
  type EnvironmentsFile,
} from '../../terraform/environments-file';
import type { PlaceholderContext, PreparedStack } from '../../terraform/offline/offline';
import { privateFolder } from '../../terraform/process/private-folder';
import type { Variables } from '../../terraform/process/process-environment';
import type { OutputValue, Terraform } from '../../terraform/execution/terraform';
import { lookingHost } from '../../terraform/execution/looking-terraform';
import type { TerraformHost } from '../../terraform/execution/terraform-host';
import type { Context } from '../context';
import type { CommonOptions } from '../options';
import { chooseEnvironment } from './choose-environment';
import { NO_FRAMES, synthesizeWithFrames, type ConstructFrames } from './construct-frames';
import { selectStacks } from './select-stacks';
import { assemblyDirectory, synthesize } from './synthesize';

/** Folder below the project in which the tool keeps what outlives a run. */
export const TOOL_FOLDER = '.wordpress-ha';

/** How a command opens its session. */
export interface SessionOptions {
  /** The command changes things: the environment has to be named. */
  readonly changing?: boolean;
  /** The caller holds the run lock of the assembly's folder. */
  readonly locked?: boolean;
  /** Ask the app where it makes its constructs, for reports that point at lines. */
  readonly withFrames?: boolean;
  /** The command must change nothing: no workspace is made, nothing is locked, and an apply is refused. */
  readonly looking?: boolean;
  /** Leave the state stack in although it is not named. */
  readonly withStateStack?: boolean;
}

/** One environment's stacks, and Terraform in each of them. */
export class Session {
  private host: Promise<TerraformHost> | undefined;
  private readonly opened = new Map<string, Promise<Terraform>>();

  constructor(
    private readonly context: Context,
    readonly environment: string,
    readonly assembly: Assembly,
    readonly file: EnvironmentsFile | undefined,
    /** The stacks this run is about, in dependency order. */
    readonly selected: readonly StackAssembly[],
    /** Variables for Terraform and AWS calls; those of the sandbox where it is used. */
    readonly variables: Variables,
    /** Terraform talks to the emulator. */
    readonly sandboxed: boolean,
    /** Where the app makes its constructs; empty where it was not asked. */
    readonly frames: ConstructFrames = NO_FRAMES,
    /** Terraform changes nothing: it makes no workspace, takes no lock and refuses to apply. */
    private readonly looking = false,
  ) {}

  /** What the app says of the environment; undefined for a plain cdktf app. */
  get entry(): EnvironmentEntry | undefined {
    return this.file === undefined ? undefined : currentEnvironment(this.file);
  }

  /** The stack that holds every other's state; it has no environment and works in workspace `default`. */
  get stateStack(): string | undefined {
    return this.file?.stateStack;
  }

  workspaceOf(stack: { readonly name: string }): string {
    return stack.name === this.stateStack ? 'default' : this.environment;
  }

  /** Where the tool keeps journals and settings; apart for the sandbox, whose journals say nothing about real objects. */
  get folder(): string {
    return join(this.context.project, TOOL_FOLDER, ...(this.sandboxed ? ['sandbox'] : []));
  }

  /** A fresh folder that only this user can read; it goes with this process at the latest. */
  privateFolder(): string {
    return privateFolder(join(this.folder, 'plans'));
  }

  /** What stand-in values are made for. */
  get placeholderContext(): PlaceholderContext {
    const { environment, entry, stateStack } = this;
    return {
      environment,
      accountId: entry?.accountId ?? '123456789012',
      region: entry?.region ?? 'us-east-1',
      ...(stateStack === undefined ? {} : { stateStack }),
    };
  }

  /** Terraform for all stacks, found when it is first needed. */
  private terraform(): Promise<TerraformHost> {
    this.host ??= this.context.services.terraformHost(this.variables, this.folder).then((host) => {
      host.notes.forEach((note) => this.context.log(note));
      return this.looking ? lookingHost(host) : host;
    });
    return this.host;
  }

  /** Terraform in the stack's folder, connected to its backend and in its workspace; connects once. */
  ready(stack: StackAssembly): Promise<Terraform> {
    const present = this.opened.get(stack.name);
    if (present !== undefined) return present;
    const opening = this.connect(stack, this.workspaceOf(stack));
    this.opened.set(stack.name, opening);
    return opening;
  }

  /** Terraform connected in any folder, such as one with stand-ins. */
  async connect(stack: StackAssembly, workspace: string): Promise<Terraform> {
    const { open } = await this.terraform();
    return connected(open(stack, workspace), workspace);
  }

  /** Terraform in a folder of `prepareOffline`, which gets nothing of AWS's settings and credentials on this machine. */
  async connectOffline(stack: PreparedStack): Promise<Terraform> {
    const { openOffline } = await this.terraform();
    return connected(openOffline(stack, stack.workspace), stack.workspace);
  }

  /** The outputs in the state of a stack, as they are now. */
  async outputsOf(stack: StackAssembly): Promise<Readonly<Record<string, OutputValue>>> {
    return (await this.ready(stack)).outputs();
  }
}

async function connected(terraform: Terraform, workspace: string): Promise<Terraform> {
  await terraform.init();
  await terraform.selectWorkspace(workspace);
  return terraform;
}

/**
 * Synthesizes where asked to and reads the result.
 *
 * @throws UserError when the environment or a stack is unknown, the app fails, or the sandbox is asked for and not running
 */
export async function openSession(
  context: Context,
  options: CommonOptions,
  {
    changing = false,
    locked = false,
    withFrames = false,
    looking = false,
    withStateStack = false,
  }: SessionOptions = {},
): Promise<Session> {
  const environment = chooseEnvironment(options.environment, context.variables, changing);
  const frames = options.synth && withFrames ? await synthesizeWithFrames(context, environment, locked) : NO_FRAMES;
  if (options.synth && !withFrames) await synthesize(context, environment, locked);
  const assembly = readAssembly(assemblyDirectory(context.project, environment));
  const file = readEnvironments(assembly.directory);
  const selected = selectStacks(assembly.stacks, options.stack, withStateStack ? undefined : file?.stateStack);
  const variables = await prepareSandbox(context, options, assembly);
  return new Session(
    context,
    environment,
    assembly,
    file,
    selected,
    { ...variables, TF_WORKSPACE: environment },
    options.sandbox,
    frames,
    looking,
  );
}

async function prepareSandbox(context: Context, options: CommonOptions, assembly: Assembly): Promise<Variables> {
  const { sandbox } = context.services;
  if (!options.sandbox) {
    // what an earlier run left for the emulator must not reach a real account
    await sandbox.removeOverrides(assembly.directory);
    return context.variables;
  }
  const status = await sandbox.status(context.project);
  if (status === undefined) {
    throw new UserError("'--sandbox' needs a running sandbox; start it with 'wordpress-ha sandbox up'");
  }
  await sandbox.installOverrides(assembly.directory, status);
  return { ...context.variables, ...(await sandbox.environment(status, context.variables)) };
}
