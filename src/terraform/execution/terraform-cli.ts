import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../core/errors';
import { recoverer, type Recoverer } from '../recovery/adoption';
import { parseApplyEvent } from '../process/apply-events';
import type { StackAssembly } from '../assembly';
import { backendOf, boundWorkspace } from '../backend';
import { diagnosticsOf, type HeldLock } from '../process/diagnostics';
import { followFile } from '../process/follow-file';
import { initialize, selectWorkspace } from './init';
import { journalFolder, type JournalFolder } from '../recovery/journal';
import { objectOf, parseObject } from '../json';
import { planOfEvents } from '../plan/plan-events';
import { NOTHING_PLANNED, type PlanJson } from '../plan/plan-json';
import { plannedObjects } from '../recovery/planned-objects';
import type { ProcessEnvironment } from '../process/process-environment';
import type { RunResult } from '../process/process';
import { releaseLocalLock } from '../locks/local-lock';
import { describeLock, lockHolder, readStateLock } from '../locks/state-lock';
import type { OutputValue, Plan, PlanOptions, ProgressListener, Terraform, WorkspaceOptions } from './terraform';
import { terraformRunner, throwUnlessClean, type TerraformRunner } from '../process/terraform-run';

/** Exit code of `terraform plan -detailed-exitcode` when applying would change something, outputs included. */
const CHANGES = 2;
/** What every id of a lock is: without one in an error, the backend need not be asked. */
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/;

/** What one stack's Terraform needs. */
export interface TerraformCliOptions {
  readonly binary: string;
  readonly stack: StackAssembly;
  readonly workspace: string;
  readonly environment: ProcessEnvironment;
  /** Folder for journals, which outlive this process. */
  readonly folder: string;
  /** Folder for saved plans, which don't. */
  readonly privateFolder: string;
  /** Runs `terraform init`s one at a time where they share a cache that is not made for more. */
  readonly duringInit: <T>(init: () => Promise<T>) => Promise<T>;
}

/** Terraform's own program in the folder of one stack. */
export class TerraformCli implements Terraform {
  readonly stack: string;
  private workspace: string;
  private readonly runner: TerraformRunner;
  private readonly plans: string;

  constructor(private readonly options: TerraformCliOptions) {
    const { binary, stack, environment } = options;
    this.stack = stack.name;
    this.workspace = options.workspace;
    this.runner = terraformRunner(binary, stack, environment, () => boundWorkspace(backendOf(stack)) ?? this.workspace);
    this.plans = mkdtempSync(join(options.privateFolder, `${stack.name}-`));
  }

  async init(): Promise<void> {
    await this.options.duringInit(() => initialize(this.runner, this.options.stack));
  }

  async selectWorkspace(name: string, { create = true }: WorkspaceOptions = {}): Promise<boolean> {
    this.workspace = name;
    return selectWorkspace(this.runner, this.options.stack, name, create);
  }

  async plan(options: PlanOptions = {}): Promise<Plan> {
    const { mode = 'normal', lock = true, read = 'everything' } = options;
    this.refuseUnsavedState();
    const scratch = mkdtempSync(join(this.plans, 'plan-'));
    const destroy = mode === 'destroy';
    const notes = mode === 'refresh-only' ? [] : await this.recoverer.prepare({ destroy, lock, scratch });
    const file = join(scratch, 'plan.tfplan');
    const args = planArguments(file, options);
    const result = await this.runner.attempt(args);
    if (result.exitCode !== CHANGES)
      throwUnlessClean(this.stack, args, result, { lock: await this.heldLock(result.stdout) });
    chmodSync(file, 0o600);
    if (read !== 'everything' && result.exitCode !== CHANGES) return { file, json: NOTHING_PLANNED, notes };
    const told = read === 'actions' ? planOfEvents(result.stdout) : undefined;
    if (told !== undefined) return { file, json: told, notes };
    const json = parseObject(await this.runner.succeed(['show', '-json', file]));
    if (typeof json?.format_version !== 'string') {
      throw new UserError(`stack '${this.stack}': 'terraform show -json' gave no plan; use a Terraform that can`);
    }
    return { file, json: json as unknown as PlanJson, notes };
  }

  async apply(plan: Plan, onProgress?: ProgressListener): Promise<void> {
    const journal = this.journals.begin(plannedObjects(plan.json));
    const progress = progressReader(plan.json, onProgress);
    const follower = followFile(journal.outputPath, progress.read);
    const args = ['apply', '-input=false', '-json', plan.file];
    let result: RunResult | undefined;
    let output: string;
    try {
      result = await this.runner.attempt(args, {
        outputFile: journal.outputFile,
        onStart: (pid) => journal.started(pid),
      });
    } finally {
      follower.stop();
      output = journal.output();
      const endedByItself = result?.exitCode !== undefined && result.interrupts < 2 && !this.hasUnsavedState();
      journal.close(endedByItself ? 'state saved' : 'unknown');
    }
    throwUnlessClean(this.stack, args, result, {
      output,
      reached: progress.reached(),
      lock: await this.heldLock(output),
    });
    this.recoverer.finish();
    rmSync(dirname(plan.file), { recursive: true, force: true });
  }

  async outputs(): Promise<Readonly<Record<string, OutputValue>>> {
    const json = parseObject(await this.runner.succeed(['output', '-json']));
    const entries = Object.entries(json ?? {}).map(([name, output]): [string, OutputValue] => {
      const { value, sensitive, type } = objectOf(output);
      return [name, { value, sensitive: sensitive === true, ...(type === undefined ? {} : { type }) }];
    });
    return Object.fromEntries(entries);
  }

  async forceUnlock(lockId: string): Promise<void> {
    if (backendOf(this.options.stack).type === 'local') {
      releaseLocalLock(this.options.stack, this.workspace, lockId);
      return;
    }
    await this.runner.succeed(['force-unlock', '-force', lockId]);
  }

  private get journals(): JournalFolder {
    return journalFolder(this.options.folder, this.workspace, this.stack);
  }

  private get recoverer(): Recoverer {
    return recoverer(this.runner, this.options.stack, this.journals);
  }

  /** The lock that may be why a run failed; a lock that can't be read leaves Terraform's own words. */
  private async heldLock(output: string): Promise<HeldLock | undefined> {
    if (!diagnosticsOf(output).some(({ detail }) => UUID.test(detail))) return undefined;
    const { stack, environment, folder } = this.options;
    const lock = await readStateLock(stack, this.workspace, environment).catch(() => undefined);
    if (lock === undefined) return undefined;
    const holder = lockHolder(lock, stack, this.workspace, folder);
    const description = `${describeLock(lock, holder, new Date())}\n'wordpress-ha unlock' tells more, and releases it`;
    return { id: lock.id, description };
  }

  private hasUnsavedState(): boolean {
    return existsSync(join(this.options.stack.directory, 'errored.tfstate'));
  }

  /** Terraform leaves `errored.tfstate` when it could not save; to plan now would be to plan with the old state. */
  private refuseUnsavedState(): void {
    if (!this.hasUnsavedState()) return;
    const folder = this.options.stack.directory;
    throw new UserError(
      `stack '${this.stack}': the last apply could not save its state; run ` +
        `'TF_WORKSPACE=${this.workspace} terraform -chdir=${folder} state push errored.tfstate', then delete ` +
        `'${join(folder, 'errored.tfstate')}'`,
    );
  }
}

function planArguments(file: string, options: PlanOptions): string[] {
  const { mode = 'normal', refresh = true, lock = true, targets = [] } = options;
  const args = ['plan', '-input=false', '-json', '-detailed-exitcode', `-out=${file}`];
  if (mode !== 'normal') args.push(`-${mode}`);
  if (!refresh) args.push('-refresh=false');
  if (!lock) args.push('-lock=false');
  return [...args, ...targets.map((address) => `-target=${address}`)];
}

/** Counts what is done among all that the plan does; a replacement counts twice. */
function progressReader(
  plan: PlanJson,
  onProgress: ProgressListener | undefined,
): { read(this: void, line: string): void; reached(): string } {
  const actions = (plan.resource_changes ?? []).flatMap(({ mode, change }) =>
    mode === 'managed' ? change.actions : [],
  );
  const total = actions.filter((action) => action === 'create' || action === 'update' || action === 'delete').length;
  let done = 0;
  return {
    read(line) {
      const event = parseApplyEvent(line);
      if (event?.type !== 'apply_complete') return;
      done += 1;
      onProgress?.({ done, total: Math.max(done, total), address: event.address });
    },
    reached: () => ` after ${done} of ${Math.max(done, total)} changes`,
  };
}
