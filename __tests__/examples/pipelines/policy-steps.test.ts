import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../../src/terraform/json';
import { planOfConfiguration } from '../../policy/support/plan-of-configuration';
import { ROOT, step, WORKFLOW } from './workflows';

const folder = mkdtempSync(join(tmpdir(), 'wordpress-ha-policy-steps-'));
const project = join(folder, 'project');
const tools = join(folder, 'tools');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An app that writes the stack of `configuration.json`, as cdktf would. */
const APP = `
const { mkdirSync, copyFileSync, writeFileSync } = require('node:fs');
const out = process.env.CDKTF_OUTDIR;
mkdirSync(out + '/stacks/data', { recursive: true });
copyFileSync('configuration.json', out + '/stacks/data/cdk.tf.json');
const data = { name: 'data', workingDirectory: 'stacks/data', synthesizedStackPath: 'stacks/data/cdk.tf.json', dependencies: [] };
writeFileSync(out + '/manifest.json', JSON.stringify({ version: '0.21.0', stacks: { data } }));
`;

const database = (publiclyAccessible: boolean): JsonObject => ({
  resource: { aws_db_instance: { main: { publicly_accessible: publiclyAccessible } } },
});

function writeProject(path: string, configuration: JsonObject): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'cdktf.json'), JSON.stringify({ app: 'node app.js' }));
  writeFileSync(join(path, 'app.js'), APP);
  writeFileSync(join(path, 'configuration.json'), JSON.stringify(configuration));
}

function writeTool(name: string, script: string): void {
  writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(tools, name), 0o755);
}

/** Runs a step as a runner does. */
function run(job: keyof typeof WORKFLOW.jobs, name: string): { status: number | null; output: string } {
  const { run: script, 'working-directory': directory = '.' } = step(job, name);
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
    cwd: join(project, directory),
    encoding: 'utf8',
    env: {
      PATH: `${tools}:${process.env['PATH']}`,
      HOME: folder,
      ENVIRONMENT: 'production',
      PULL_REQUEST: '7',
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    },
  });
  return { status, output: `${stdout}${stderr}` };
}

beforeAll(() => {
  mkdirSync(tools);
  const main = join(ROOT, 'src/cli/main.ts');
  writeTool('npx', `shift\nexec '${process.execPath}' '${require.resolve('tsx/cli')}' '${main}' "$@"`);
  writeTool('npm', 'true');
  writeTool('gh', `printf '%s\\n' "$@" >'${join(folder, 'gh')}'`);
  writeProject(project, database(true));
  writeProject(join(project, 'base'), database(false));
});

test('the steps of the policy comment what is new and refuse it', () => {
  for (const name of [
    'Judge the stacks',
    'Report to code scanning',
    'Judge the stacks of the base branch',
    'Find what is new',
    'Comment on the pull request',
  ])
    expect(run('policy', name)).toMatchObject({ status: 0 });

  expect(readFileSync(join(project, 'comment.md'), 'utf8')).toMatch(/^## Policy: 1 new to repair\n[^]*WPHA-RDS-002/);
  expect(readFileSync(join(folder, 'gh'), 'utf8')).toBe(
    'pr\ncomment\n7\n--edit-last\n--create-if-none\n--body-file\ncomment.md\n',
  );
  expect(JSON.parse(readFileSync(join(project, 'policy.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  expect(run('policy', 'Refuse new findings')).toMatchObject({ status: 2 });
  expect(run('policy', 'Refuse findings')).toMatchObject({ status: 2 });
}, 120_000);

test('what cannot run stops the pipeline instead of passing as a finding', () => {
  writeFileSync(join(project, 'app.js'), 'process.exit(1)');
  try {
    expect(run('policy', 'Judge the stacks')).toMatchObject({ status: 1 });
  } finally {
    writeFileSync(join(project, 'app.js'), APP);
  }
}, 60_000);

test('the plans are judged into the summary of the run', () => {
  mkdirSync(join(project, 'plans'), { recursive: true });
  writeFileSync(join(project, 'plans/order'), 'data\n');
  writeFileSync(join(project, 'plans/data.json'), JSON.stringify(planOfConfiguration(database(true))));
  expect(run('policy', 'Judge the stacks')).toMatchObject({ status: 0 });
  expect(run('plan', 'Judge the plans')).toMatchObject({ status: 2 });

  expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('WPHA-RDS-002');
}, 60_000);

test('every step with a command is tried here or with Terraform', () => {
  const named = Object.values(WORKFLOW.jobs).flatMap(({ steps }) =>
    steps.filter(({ run: script }) => script !== undefined),
  );
  const untried = named.map(({ name, run: script }) => name ?? script);

  expect(untried.filter((name) => name !== 'npm ci')).toEqual([
    'Judge the stacks',
    'Report to code scanning',
    'Judge the stacks of the base branch',
    'Find what is new',
    'Comment on the pull request',
    'Refuse new findings',
    'Refuse findings',
    'Plan every stack',
    'Judge the plans',
    'Apply the saved plans',
  ]);
});
