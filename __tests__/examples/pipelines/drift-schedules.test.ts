import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { githubLinter, gitlabProblems } from './linters';
import { PIPELINES, type Job } from './workflows';

const GITHUB = readFileSync(join(PIPELINES, 'github/drift.yml'), 'utf8');
const GITLAB = readFileSync(join(PIPELINES, 'gitlab/drift.gitlab-ci.yml'), 'utf8');
const MAIN = readFileSync(join(PIPELINES, 'gitlab/.gitlab-ci.yml'), 'utf8');

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<'matrix' | 'check' | 'report', Job>>;
}

const WORKFLOW = load(GITHUB) as Workflow;
const JOBS = load(GITLAB) as Readonly<Record<string, { readonly resource_group?: string; readonly script: string[] }>>;
const folder = mkdtempSync(join(tmpdir(), 'wordpress-ha-drift-schedules-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function scriptOf(job: keyof Workflow['jobs'], name: string): string {
  return WORKFLOW.jobs[job].steps.find((step) => step.name === name)?.run ?? '';
}

/** Runs a script as a runner does, with a tool that notes its arguments and ends as told. */
function run(
  script: string,
  variables: Readonly<Record<string, string>> = {},
): { status: number | null; calls: string } {
  const tools = join(folder, 'tools');
  mkdirSync(tools, { recursive: true });
  const calls = join(folder, 'calls');
  const npx = `#!/bin/sh\nprintf '%s\\n' "$*" >>'${calls}'\nprintf '%s' "$PRINTS"\nexit "$ENDS"\n`;
  writeFileSync(join(tools, 'npx'), npx, { mode: 0o755 });
  writeFileSync(calls, '');
  const { status } = spawnSync('bash', ['-e', '-c', script], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { PATH: `${tools}:${process.env['PATH']}`, ENDS: '0', PRINTS: '', ...variables },
  });
  return { status, calls: readFileSync(calls, 'utf8') };
}

describe('the schedule for GitHub', () => {
  const problems = githubLinter(folder);

  test('is valid, and a slip in it would be found', async () => {
    expect(await problems('sound', GITHUB)).toEqual([]);
    expect(await problems('key', GITHUB.replace('max-parallel', 'most-parallel'))).not.toEqual([]);
    expect(await problems('context', GITHUB.replace('vars.DRIFT_HISTORY', 'variables.DRIFT_HISTORY'))).toHaveLength(1);
  });

  test('pins every action by commit and names its version', () => {
    const uses = GITHUB.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));

    expect(uses.length).toBeGreaterThan(8);
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('gives only the jobs that look credentials, of the role that can only look, and runs once at a time', () => {
    const { matrix, check, report } = WORKFLOW.jobs;

    expect(WORKFLOW.concurrency).toEqual({ group: 'drift', 'cancel-in-progress': false });
    expect([WORKFLOW.permissions, matrix.permissions, report.permissions]).toEqual(Array(3).fill({ contents: 'read' }));
    expect(check.permissions).toEqual({ contents: 'read', 'id-token': 'write', issues: 'write' });
    expect(GITHUB.match(/AWS_\w*ROLE_ARN/g)).toEqual(['AWS_DRIFT_ROLE_ARN']);
    expect(GITHUB).not.toMatch(/AWS_(ACCESS|SECRET)|secrets\./);
  });

  test('hands the matrix on as one line', () => {
    const output = join(folder, 'output');
    const { status } = run(scriptOf('matrix', 'Share out the environments'), {
      ...{ GITHUB_OUTPUT: output, PRINTS: '{"include":[]}' },
    });

    expect(status).toBe(0);
    expect(readFileSync(output, 'utf8')).toBe('matrix={"include":[]}\n');
  });

  test.each(['0', '1', '2', '3'])('keeps the report of a check that ends with %s', (ends) => {
    const { status, calls } = run(scriptOf('check', 'Look for drift'), {
      ...{ ARGUMENTS: '--only a --only b', NAME: 'part-1', ENDS: ends, PRINTS: '{}' },
      ...{ HISTORY: 's3://reports/drift', GITHUB_REPOSITORY: 'acme/site' },
    });

    expect(calls).toBe(
      'wordpress-ha drift --all --only a --only b --history s3://reports/drift --notify github:acme/site --json\n',
    );
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'part-1.json'), 'utf8')).toContain('{}');
  });

  test('is judged by the merged report', () => {
    const judged = (ends: string): number | null =>
      run(scriptOf('report', 'Report drift'), { ENDS: ends, GITHUB_STEP_SUMMARY: join(folder, 'summary') }).status;

    expect(['0', '1', '2'].map(judged)).toEqual([0, 1, 2]);
  });
});

describe('the schedule for GitLab', () => {
  const FILE = 'pipelines/drift.gitlab-ci.yml';
  const problems = (text: string): string =>
    gitlabProblems(folder, { '.gitlab-ci.yml': `include:\n  - local: ${FILE}\n\n${MAIN}`, [FILE]: text });

  test('is valid together with the pipeline that includes it, and a slip in it would be found', () => {
    expect(problems(GITLAB)).toBe('');
    expect(problems(GITLAB.replace('resource_group:', 'resource_groups:'))).toContain('resource_groups');
    expect(problems(GITLAB.replace('needs: [drift-check]', 'needs: [drift-checks]'))).not.toBe('');
  }, 60_000);

  test('runs in schedules only, where nothing else runs, and each part once at a time', () => {
    const rulesOf = (text: string): Readonly<Record<string, { rules?: { if: string }[]; script?: unknown }>> =>
      load(text) as Readonly<Record<string, { rules?: { if: string }[]; script?: unknown }>>;
    const conditions = (text: string): readonly string[] =>
      Object.values(rulesOf(text)).flatMap(({ rules, script }) =>
        script === undefined ? [] : (rules ?? []).map((rule) => rule.if),
      );

    expect(new Set(conditions(GITLAB))).toEqual(new Set(['$CI_PIPELINE_SOURCE == "schedule"']));
    expect(conditions(MAIN)).toHaveLength(4);
    for (const condition of conditions(MAIN)) expect(condition).toMatch(/CI_PIPELINE_SOURCE (!= "schedule"|== "merge)/);
    expect(JOBS['drift-check']?.resource_group).toBe('drift-$CI_NODE_INDEX');
  });

  test.each([
    ['1', 'drift --all --only a --only b --history s3://reports/drift --json'],
    ['2', 'drift --all --only c --history s3://reports/drift --json'],
    ['3', undefined],
  ])('job %s of three looks at its share', (index, expected) => {
    const include = [{ arguments: '--only a --only b' }, { arguments: '--only c' }];
    const lines = (JOBS['drift-check']?.script ?? []).filter((line) => !line.startsWith('sleep'));
    const { status, calls } = run(lines.join('\n'), {
      ...{ CI_NODE_INDEX: index, CI_NODE_TOTAL: '3', DRIFT_HISTORY: 's3://reports/drift', DRIFT_TOPIC_ARN: '' },
      ...{ AWS_DRIFT_ROLE_ARN: 'arn:aws:iam::1:role/drift', PRINTS: JSON.stringify({ include }) },
    });
    const [matrix, check] = calls.trim().split('\n');

    expect([matrix, check]).toEqual([
      'wordpress-ha drift matrix --jobs 3',
      expected === undefined ? undefined : `wordpress-ha ${expected}`,
    ]);
    expect(status).toBe(0);
  });
});
