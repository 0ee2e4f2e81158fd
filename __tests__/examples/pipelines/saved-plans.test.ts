import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTerraform } from '../../support/with-terraform';
import { PIPELINES, step } from './workflows';

const folder = mkdtempSync(join(tmpdir(), 'wordpress-ha-saved-plans-'));
const [planner, applier, tools] = ['planner', 'applier', 'tools'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const state = (stack: string): string => join(folder, 'states', stack, 'production/terraform.tfstate');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A stack that needs no provider beside the one that Terraform has built in. */
const stackOf = (name: string, value: string): object => ({
  terraform: { backend: { local: { workspace_dir: join(folder, 'states', name) } } },
  resource: { terraform_data: { thing: { input: value } } },
});

/** Two stacks and the one that holds the state, as the app writes them. */
function synthesize(value: string): void {
  const assembly = join(folder, 'synthesized');
  const stacks = ['state', 'foundation', 'web'].map((name) => {
    mkdirSync(join(assembly, 'stacks', name), { recursive: true });
    writeFileSync(join(assembly, 'stacks', name, 'cdk.tf.json'), JSON.stringify(stackOf(name, value)));
    return [name, { name }];
  });
  writeFileSync(join(assembly, 'manifest.json'), JSON.stringify({ stacks: Object.fromEntries(stacks) as object }));
  writeFileSync(join(assembly, 'environments.json'), JSON.stringify({ stateStack: 'state' }));
}

/** Runs a step in the folder of a runner of its own. */
function run(job: 'plan' | 'apply', name: string, cwd: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', step(job, name).run], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${tools}:${process.env['PATH']}`,
      HOME: folder,
      ENVIRONMENT: 'production',
      CHECKPOINT_DISABLE: '1',
    },
  });
  return { status, output: `${stdout}${stderr}` };
}

const plan = (): ReturnType<typeof run> => run('plan', 'Plan every stack', planner);
function applyElsewhere(): ReturnType<typeof run> {
  copyFileSync(join(planner, 'saved-plans.tar.gz'), join(applier, 'saved-plans.tar.gz'));
  return run('apply', 'Apply the saved plans', applier);
}
const stateOf = (stack: string): string => readFileSync(state(stack), 'utf8');

withTerraform('saved plans', () => {
  beforeAll(() => {
    for (const runner of [planner, applier]) {
      mkdirSync(join(runner, 'pipelines'), { recursive: true });
      for (const script of ['plan-stacks.sh', 'apply-saved-plans.sh'])
        copyFileSync(join(PIPELINES, script), join(runner, 'pipelines', script));
    }
    mkdirSync(tools);
    const target = 'cdktf.out/production';
    writeFileSync(join(tools, 'npx'), `#!/bin/sh\nmkdir -p ${target} && cp -R '${folder}/synthesized/.' ${target}\n`);
    chmodSync(join(tools, 'npx'), 0o755);
  });

  test('are applied on another runner exactly as they were planned, without the stack that holds the state', () => {
    synthesize('planned');
    expect(plan()).toMatchObject({ status: 0 });
    synthesize('changed afterwards');

    expect(applyElsewhere()).toMatchObject({ status: 0 });
    for (const stack of ['foundation', 'web']) expect(stateOf(stack)).toContain('"planned"');
    expect(() => stateOf('state')).toThrow('ENOENT');
  }, 120_000);

  test('are refused once the state has changed', () => {
    synthesize('second');
    expect(plan()).toMatchObject({ status: 0 });
    expect(applyElsewhere()).toMatchObject({ status: 0 });
    const again = applyElsewhere();

    expect(again.status).not.toBe(0);
    expect(again.output).toContain('stale');
  }, 120_000);

  test('leave out what holds values for the policy', () => {
    synthesize('third');
    plan();
    const { stdout } = spawnSync('tar', ['-tzf', join(planner, 'saved-plans.tar.gz')], { encoding: 'utf8' });

    expect(stdout).toContain('cdktf.out/production/stacks/web/saved.tfplan');
    expect(stdout).not.toMatch(/plans\/web\.json|\.terraform\//);
  }, 60_000);
});
