import { cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAssembly, type StackAssembly } from '../../src/terraform/assembly';
import { seconds, type Budget } from './budget';
import { COMPILED, compare, ENVIRONMENT, ROOT, run, type Start } from './measure';
import { writeOneState, writeSmallest } from './one-state';
import { terraformIn } from './terraform-start';

const PLAN = ['plan', '-input=false', '-refresh=false', '-lock=false'];

/** A project whose app is the compiled one, so that nothing of this checkout is touched. */
function project(scratch: string): string {
  const folder = mkdtempSync(join(scratch, 'plans-'));
  writeFileSync(join(folder, 'cdktf.json'), JSON.stringify({ language: 'typescript', app: `node '${COMPILED.app}'` }));
  return folder;
}

/** Connects a folder beside the offline copies, with the same settings of the provider. */
function connect(folder: string, offline: string, scratch: string): string {
  // the copy of the state stack reads no other stack: its override holds backend and provider only
  cpSync(join(offline, 'state', 'offline_override.tf.json'), join(folder, 'offline_override.tf.json'));
  const lock = join(offline, 'state', '.terraform.lock.hcl');
  if (existsSync(lock)) cpSync(lock, join(folder, '.terraform.lock.hcl'));
  run(terraformIn(folder, scratch, 'default', ['init', '-input=false']));
  return folder;
}

/** How long plans take: by the tool over by hand, and of one stack over everything in one state. */
export function planBudgets(scratch: string, rounds: number): readonly Budget[] {
  const folder = project(scratch);
  const tool = ['plan', '--offline', '--json', '--environment', ENVIRONMENT, '--project', folder];
  const planAll: Start = { program: process.execPath, args: [COMPILED.cli, ...tool], cwd: ROOT };
  // installs the provider, as whoever plans for the second time has done
  run(planAll);
  const assembly = readAssembly(join(folder, 'cdktf.out', ENVIRONMENT));
  const offline = join(assembly.directory, 'offline');
  const connected = (path: string): string => connect(path, offline, folder);
  const together = connected(writeOneState(assembly.stacks, join(offline, 'one-state')));
  const [someStack] = assembly.stacks as readonly [StackAssembly];
  const smallest = connected(writeSmallest(someStack, join(offline, 'smallest')));
  const plan = (stack: string): void => {
    run(terraformIn(join(offline, stack), folder, stack === 'state' ? 'default' : ENVIRONMENT, PLAN));
  };
  const times = compare(rounds, {
    tool: () => run(planAll),
    inTurn: () => assembly.stacks.forEach(({ name }) => plan(name)),
    web: () => plan('web'),
    oneState: () => run(terraformIn(together, folder, 'default', PLAN)),
    smallest: () => run(terraformIn(smallest, folder, 'default', PLAN)),
  });
  return [
    {
      name: 'plan by the tool / in turn',
      meaning: "'wordpress-ha plan --offline' of all stacks, synthesis included, over 'terraform plan' on each in turn",
      unit: 'x',
      value: times.tool / times.inTurn,
      limit: 0.8,
      detail: `${seconds(times.tool)} / ${seconds(times.inTurn)}`,
    },
    {
      name: 'plan of web / one state',
      meaning:
        "'terraform plan' of the stack that changes daily, over the same with all in one state, both less a single VPC's",
      unit: 'x',
      value: (times.web - times.smallest) / (times.oneState - times.smallest),
      limit: 0.5,
      detail: `${seconds(times.web)} / ${seconds(times.oneState)}, VPC ${seconds(times.smallest)}`,
    },
  ];
}
