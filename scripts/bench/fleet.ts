import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxEnvironment, sandboxStatus } from '../../src/sandbox';
import { plansAtOnce, thisMachine } from '../../src/terraform/schedule/machine';
import { seconds, type Budget } from './budget';
import SHAPE from './fleet-shape.json';
import { COMPILED, compare, median, run, type Start } from './measure';
import { terraformIn } from './terraform-start';

/** What a person would write: one plan after the other, as Terraform makes it by itself. */
const LOOP = `set -e
for environment in ${SHAPE.environments.join(' ')}; do
  for stack in ${SHAPE.stacks.join(' ')}; do
    TF_WORKSPACE=$environment terraform -chdir="cdktf.out/$environment/stacks/$stack" plan -input=false -lock=false
  done
done`;

/** Drift of a fleet of environments by the tool over plans in a shell loop, on stacks that are applied to an emulator. */
export async function fleetBudgets(scratch: string, rounds: number): Promise<readonly Budget[]> {
  const folder = mkdtempSync(join(scratch, 'fleet-'));
  const app = `node '${join(__dirname, 'fleet-app.js')}'`;
  writeFileSync(join(folder, 'cdktf.json'), JSON.stringify({ language: 'typescript', app }));
  const [first = ''] = SHAPE.environments;
  const tool = (...args: readonly string[]): Start => ({
    program: process.execPath,
    args: [COMPILED.cli, ...args, '--project', folder],
    variables: { TF_WORKSPACE: first },
  });
  run(tool('sandbox', 'up'));
  try {
    for (const environment of SHAPE.environments)
      run(tool('apply', '-e', environment, '--sandbox', '--auto-approve', '--policy', 'off'));
    const status = await sandboxStatus(folder);
    if (status === undefined) throw new Error('the sandbox has ended by itself');
    const loop = terraformIn(folder, folder, first, [], sandboxEnvironment(status));
    return measure(rounds, tool('drift', '--all', '--sandbox', '--json'), {
      ...loop,
      ...{ program: 'sh', args: ['-c', LOOP] },
    });
  } finally {
    run(tool('sandbox', 'down'));
  }
}

function measure(rounds: number, all: Start, loop: Start): readonly Budget[] {
  const atOnce = plansAtOnce(thisMachine());
  const peaks = { all: [] as number[], loop: [] as number[] };
  const watched = ({ program, args, ...start }: Start): number =>
    Number(run({ ...start, program: process.execPath, args: [join(__dirname, 'with-peak.js'), program, ...args] }));
  const times = compare(rounds, {
    all: () => void peaks.all.push(watched(all)),
    loop: () => void peaks.loop.push(watched(loop)),
  });
  const [mostAll, mostLoop] = [median(peaks.all), median(peaks.loop)];
  const set = `${SHAPE.environments.length} environments of ${SHAPE.stacks.length} stacks of ${SHAPE.resources} resources`;
  return [
    {
      name: 'drift --all / loop of plans',
      meaning: `'wordpress-ha drift --all' of ${set}, judged and with what lies beside them, over 'terraform plan' of each in a shell loop`,
      unit: 'x',
      value: times.all / times.loop,
      limit: 1,
      detail: `${seconds(times.all)} / ${seconds(times.loop)}, ${atOnce} at the same time`,
    },
    {
      name: 'memory of drift --all / loop',
      meaning: 'the most memory of the same two, with all their processes, for each plan at the same time',
      unit: 'x',
      value: mostAll / mostLoop / atOnce,
      limit: 1.4,
      detail: `${Math.round(mostAll)} MB / ${Math.round(mostLoop)} MB`,
    },
  ];
}
