import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { githubLinter, gitlabProblems } from './linters';
import { GITHUB, PIPELINES, WORKFLOW } from './workflows';

const folder = mkdtempSync(join(tmpdir(), 'wordpress-ha-pipelines-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the workflow for GitHub', () => {
  const problems = githubLinter(folder);

  test('is valid, and a slip in it would be found', async () => {
    expect(await problems('sound', GITHUB)).toEqual([]);
    expect(await problems('key', GITHUB.replace('timeout-minutes', 'timeout'))).toHaveLength(1);
    expect(await problems('context', GITHUB.replace('vars.AWS_REGION', 'variables.AWS_REGION'))).toHaveLength(1);
  });

  test('pins every action by commit and names its version', () => {
    const uses = GITHUB.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));

    expect(uses.length).toBeGreaterThan(10);
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('gives credentials only to jobs that plan and apply, and applies only after approval', () => {
    const { policy, plan, apply } = WORKFLOW.jobs;

    expect(WORKFLOW.permissions).toEqual({ contents: 'read' });
    expect(policy.permissions).not.toHaveProperty('id-token');
    for (const { permissions } of [plan, apply]) expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect([plan.needs, apply.needs, apply.environment]).toEqual(['policy', 'plan', 'production']);
    expect(GITHUB).not.toMatch(/AWS_(ACCESS|SECRET)|secrets\./);
  });
});

test('the pipeline for GitLab is valid, and a slip in it would be found', () => {
  const text = readFileSync(join(PIPELINES, 'gitlab/.gitlab-ci.yml'), 'utf8');
  const problems = (pipeline: string): string => gitlabProblems(folder, { '.gitlab-ci.yml': pipeline });

  expect(problems(text)).toBe('');
  expect(problems(text.replace('id_tokens:', 'id_token:'))).toContain('id_token');
  expect(problems(text.replace('extends: .node', 'extends: .nodes'))).not.toBe('');
}, 60_000);

test('both apply the same saved plans with the same scripts', () => {
  const gitlab = readFileSync(join(PIPELINES, 'gitlab/.gitlab-ci.yml'), 'utf8');

  for (const script of ['plan-stacks.sh', 'apply-saved-plans.sh']) {
    const line = `sh pipelines/${script} "$ENVIRONMENT" saved-plans.tar.gz`;
    expect(GITHUB).toContain(line);
    expect(gitlab).toContain(line);
  }
});

test('the scripts are sound for shellcheck', () => {
  cpSync(PIPELINES, join(folder, 'scripts'), { recursive: true });
  const scripts = ['plan-stacks.sh', 'apply-saved-plans.sh'];
  const { status, stdout, error } = spawnSync('shellcheck', scripts, {
    cwd: join(folder, 'scripts'),
    encoding: 'utf8',
  });

  // a machine of a developer may lack it, CI installs it
  if (error !== undefined && (process.env['CI'] ?? '') === '') return;
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});
