import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../core/errors';
import type { StackAssembly } from './assembly';
import type { JournalFolder } from './journal';
import { isObject, objectOf, parseObject, textOf } from './json';
import { planRecovery, type Adoption, type Leftover, type Recovery } from './recovery';
import { stateObjects } from './state-objects';
import type { TerraformRunner } from './terraform-run';

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
      const found = destroy ? await importNow(runner, recovery) : await addImports(runner, file, recovery, scratch);
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

/** A plan to destroy ignores `import` blocks, so each object is imported by a command of its own. */
async function importNow(runner: TerraformRunner, { adoptions }: Recovery): Promise<Adoption[]> {
  const found: Adoption[] = [];
  for (const adoption of adoptions.filter(({ data }) => data === undefined)) {
    const { exitCode } = await runner.attempt(['import', '-input=false', '-no-color', adoption.address, adoption.id]);
    if (exitCode === 0) found.push(adoption);
  }
  return found;
}

/** Writes `import` blocks for what exists. An object that does not would fail the whole plan, so each doubtful one is tried. */
async function addImports(runner: TerraformRunner, file: string, recovery: Recovery, scratch: string): Promise<Adoption[]> {
  const write = (adoptions: readonly Adoption[]): void => writeImports(file, adoptions);
  const probe = async (adoption: Adoption): Promise<Adoption | undefined> => {
    write([adoption]);
    const plan = join(scratch, 'recovery.tfplan');
    const options = ['-input=false', '-json', '-lock=false', '-refresh=false', `-out=${plan}`];
    const { exitCode } = await runner.attempt(['plan', ...options, `-target=${adoption.address}`]);
    if (exitCode !== 0) return undefined;
    return adoption.data === undefined ? adoption : { ...adoption, id: await plannedId(runner, plan, adoption), data: undefined };
  };
  const doubtful = recovery.adoptions.filter(({ certain }) => !certain);
  const found = recovery.adoptions.filter(({ certain }) => certain);
  if (found.length > 0 && !(await canPlan(runner, () => write(found)))) doubtful.push(...found.splice(0));
  for (const adoption of doubtful) {
    const result = await probe(adoption);
    if (result !== undefined) found.push(result);
  }
  if (found.length === 0) rmSync(file, { force: true });
  else write(found);
  return found;
}

async function canPlan(runner: TerraformRunner, prepare: () => void): Promise<boolean> {
  prepare();
  const { exitCode } = await runner.attempt(['plan', '-input=false', '-json', '-lock=false', '-refresh=false']);
  return exitCode === 0;
}

/** The id that a lookup gave, so that the import no longer depends on it. */
async function plannedId(runner: TerraformRunner, plan: string, adoption: Adoption): Promise<string> {
  const json = parseObject(await runner.succeed(['show', '-json', plan]));
  const changes: readonly unknown[] = Array.isArray(json?.resource_changes) ? json.resource_changes : [];
  const change = changes.filter(isObject).find(({ address }) => address === adoption.address);
  return textOf(objectOf(objectOf(change?.change).importing), 'id') ?? adoption.id;
}

function writeImports(file: string, adoptions: readonly Adoption[]): void {
  const imports = adoptions.map(({ address, id }) => ({ to: address, id }));
  const data = adoptions.find((adoption) => adoption.data !== undefined)?.data;
  writeFileSync(file, JSON.stringify({ import: imports, ...(data === undefined ? {} : { data }) }, null, 2), { mode: 0o600 });
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
