import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../core/errors';
import type { StackAssembly } from '../assembly';
import { diagnosticsOf, type Diagnostic } from '../process/diagnostics';
import type { JournalFolder } from './journal';
import { isObject, objectOf, parseObject, textOf, textsOf, type JsonObject } from '../json';
import { InterruptedError } from '../process/process';
import { planRecovery, type Adoption, type Leftover, type Recovery } from './recovery';
import { stateObjects } from '../state-objects';
import type { TerraformRunner } from '../process/terraform-run';

/** Adds `import` blocks to the stack for the time until an apply has ended well. */
const FILE = 'wordpress_ha_recovery.tf.json';

/** Takes what unfinished applies made into the next plan. */
export interface Recoverer {
  /**
   * Reads the journals and prepares the stack's folder.
   *
   * @returns notes for a person; empty when no apply was cut off
   * @throws UserError while an earlier apply still runs
   */
  prepare(options: { readonly destroy: boolean; readonly lock: boolean; readonly scratch: string }): Promise<string[]>;
  /** After a clean apply: forgets everything. */
  finish(): void;
}

/** The recoverer of one stack. */
export function recoverer(runner: TerraformRunner, stack: StackAssembly, journals: JournalFolder): Recoverer {
  const file = join(stack.directory, FILE);
  return {
    async prepare({ destroy, lock, scratch }) {
      rmSync(file, { force: true });
      const entries = journals.read();
      const running = entries.find((journal) => journal.running);
      if (running !== undefined) {
        throw new UserError(
          `stack '${stack.name}': an apply begun at ${running.header.startedAt} still runs (process ${running.header.pid}); ` +
            'wait until it ends, then run the same command again',
        );
      }
      if (entries.every(({ finished }) => finished)) return [];
      const state = stateObjects(await runner.succeed(['state', 'pull']));
      const recovery = planRecovery(entries, state, (address) => isConfigured(stack, address));
      if (lock && recovery.stale.length > 0) await runner.succeed(['state', 'rm', ...recovery.stale]);
      const found = destroy
        ? await importNow(runner, file, recovery, scratch)
        : await addImports(runner, file, recovery, scratch);
      return notes(found, recovery);
    },
    finish() {
      rmSync(file, { force: true });
      journals.clear();
    },
  };
}

function isConfigured(stack: StackAssembly, address: string): boolean {
  const [type = '', name = ''] = address.split('.');
  return objectOf(objectOf(stack.configuration.resource)[type])[name] !== undefined;
}

/**
 * A plan to destroy ignores `import` blocks, so the objects are taken into the state before it: all at once when that makes
 * nothing new, otherwise one by one.
 */
async function importNow(
  runner: TerraformRunner,
  file: string,
  recovery: Recovery,
  scratch: string,
): Promise<Adoption[]> {
  const wanted = await addImports(runner, file, recovery, scratch);
  const plan = wanted.length === 0 ? undefined : (await tryImports(runner, file, wanted, scratch)).plan;
  const makesNothing = plan !== undefined && !createsAnything(await runner.succeed(['show', '-json', plan]));
  if (makesNothing) await runner.succeed(['apply', '-input=false', '-json', plan]);
  rmSync(file, { force: true });
  if (makesNothing) return wanted;
  const found: Adoption[] = [];
  for (const adoption of wanted) {
    const { exitCode } = await runner.attempt(['import', '-input=false', '-no-color', adoption.address, adoption.id]);
    if (exitCode === 0) found.push(adoption);
  }
  return found;
}

function createsAnything(plan: string): boolean {
  return resourceChanges(plan).some((change) => textsOf(objectOf(change.change).actions).includes('create'));
}

function resourceChanges(plan: string): JsonObject[] {
  const changes = parseObject(plan)?.resource_changes;
  return Array.isArray(changes) ? changes.filter(isObject) : [];
}

/**
 * Writes `import` blocks for what exists. A single object that does not exist fails the whole plan, so plans are tried
 * until one passes: without those that the errors name or, when they name none, with each object alone.
 */
async function addImports(
  runner: TerraformRunner,
  file: string,
  recovery: Recovery,
  scratch: string,
): Promise<Adoption[]> {
  const tryAll = (adoptions: readonly Adoption[]): Promise<Trial> => tryImports(runner, file, adoptions, scratch);
  let candidates: readonly Adoption[] = recovery.adoptions;
  let trial = await tryAll(candidates);
  while (trial.found === undefined) {
    const { errors } = trial;
    const left = candidates.filter((adoption) => !isNamed(adoption, errors));
    if (left.length === candidates.length) break;
    candidates = left;
    trial = await tryAll(candidates);
  }
  const found = [...(trial.found ?? [])];
  if (trial.found === undefined) {
    for (const candidate of candidates) found.push(...((await tryAll([candidate])).found ?? []));
  }
  writeImports(file, found);
  return found;
}

/** The objects with their ids when a plan with all of them passes, otherwise what Terraform says of it. */
interface Trial {
  readonly found?: readonly Adoption[];
  /** The saved plan that passed. */
  readonly plan?: string;
  readonly errors: readonly Diagnostic[];
}

async function tryImports(
  runner: TerraformRunner,
  file: string,
  adoptions: readonly Adoption[],
  scratch: string,
): Promise<Trial> {
  if (adoptions.length === 0) return { found: [], errors: [] };
  writeImports(file, adoptions);
  const plan = join(scratch, 'recovery.tfplan');
  const targets = adoptions.map(({ address }) => `-target=${address}`);
  const options = ['-input=false', '-json', '-lock=false', '-refresh=false', `-out=${plan}`];
  const { exitCode, interrupts, stdout } = await runner.attempt(['plan', ...options, ...targets]);
  if (interrupts > 0)
    throw new InterruptedError(`stack '${runner.stack}': recovery was interrupted; run the same command again`);
  if (exitCode !== 0) return { errors: diagnosticsOf(stdout).filter(({ severity }) => severity === 'error') };
  const hasLookups = adoptions.some(({ data }) => data !== undefined);
  const ids = hasLookups ? importedIds(await runner.succeed(['show', '-json', plan])) : new Map<string, string>();
  return {
    found: adoptions.map((adoption) => ({
      ...adoption,
      id: ids.get(adoption.address) ?? adoption.id,
      data: undefined,
    })),
    plan,
    errors: [],
  };
}

/** Whether an error is about this object: it names the address, or comes from the search for it. */
function isNamed(adoption: Adoption, errors: readonly Diagnostic[]): boolean {
  const search = /data\.\w+\.\w+/.exec(adoption.id)?.[0];
  return errors.some(
    ({ address, detail, summary }) =>
      address === adoption.address ||
      (search !== undefined && address === search) ||
      `${summary} ${detail}`.includes(`"${adoption.address}"`),
  );
}

/** The ids that searches gave, so that the imports no longer depend on them. */
function importedIds(plan: string): Map<string, string> {
  const ids = resourceChanges(plan).map((change): [string, string | undefined] => {
    return [textOf(change, 'address') ?? '', textOf(objectOf(objectOf(change.change).importing), 'id')];
  });
  return new Map(ids.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function writeImports(file: string, adoptions: readonly Adoption[]): void {
  rmSync(file, { force: true });
  if (adoptions.length === 0) return;
  const imports = adoptions.map(({ address, id }) => ({ to: address, id }));
  const data: Record<string, JsonObject> = {};
  for (const [type, searches] of adoptions.flatMap((adoption) => Object.entries(adoption.data ?? {}))) {
    data[type] = { ...data[type], ...objectOf(searches) };
  }
  const searches = Object.keys(data).length === 0 ? {} : { data };
  writeFileSync(file, JSON.stringify({ import: imports, ...searches }, null, 2), { mode: 0o600 });
}

function notes(found: readonly Adoption[], recovery: Recovery): string[] {
  const lost = recovery.adoptions.filter(({ address }) => !found.some((adoption) => adoption.address === address));
  const leftovers: Leftover[] = [...recovery.leftovers, ...lost.filter(({ certain }) => certain).map(fromAdoption)];
  const adopted = found.map(({ address }) => address);
  return [
    ...(adopted.length === 0 ? [] : [`an earlier apply was cut off; its objects are adopted: ${adopted.join(', ')}`]),
    ...leftovers.map(
      ({ address, type, hint }) =>
        `an earlier apply was cut off while it made ${address}; if there is ${a(type)}${hint === undefined ? '' : ` '${hint}'`} ` +
        `in the account that no state knows, import or delete it`,
    ),
  ];
}

function fromAdoption({ address, type, id }: Adoption): Leftover {
  return { address, type, hint: id };
}

function a(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
