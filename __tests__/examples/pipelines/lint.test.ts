import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { GITHUB, PIPELINES, ROOT, WORKFLOW } from './workflows';

interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

interface LanguageService {
  validate(this: void, document: unknown): Promise<readonly Diagnostic[]>;
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
}

const folder = mkdtempSync(join(tmpdir(), 'wordpress-ha-pipelines-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** GitHub's own language service is made of modules that jest cannot load. */
function languageService(): LanguageService {
  const outfile = join(folder, 'language-service.js');
  const contents = `export { validate } from '@actions/languageservice';
    export { TextDocument } from 'vscode-languageserver-textdocument';`;
  buildSync({ stdin: { contents, resolveDir: ROOT }, bundle: true, platform: 'node', format: 'cjs', outfile });
  return jest.requireActual<LanguageService>(outfile);
}

/** What gitlab-ci-local says of a pipeline; it knows GitLab's schema and reads the state of git. */
function gitlabProblems(text: string): string {
  const project = mkdtempSync(join(folder, 'gitlab-'));
  writeFileSync(join(project, '.gitlab-ci.yml'), text);
  execFileSync('git', ['init', '-q', '-b', 'main', project]);
  execFileSync('git', ['-C', project, 'remote', 'add', 'origin', 'git@gitlab.example.com:group/shop.git']);
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  execFileSync('git', ['-C', project, ...identity, 'commit', '-q', '--allow-empty', '-m', 'begin']);
  const linter = join(ROOT, 'node_modules/.bin/gitlab-ci-local');
  const { status, stdout, stderr } = spawnSync(linter, ['--list'], { cwd: project, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

describe('the workflow for GitHub', () => {
  const { validate, TextDocument } = languageService();
  const problems = async (name: string, text: string): Promise<readonly string[]> => {
    const found = await validate(TextDocument.create(`file:///.github/workflows/${name}.yml`, 'yaml', 1, text));
    return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
  };

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

  expect(gitlabProblems(text)).toBe('');
  expect(gitlabProblems(text.replace('id_tokens:', 'id_token:'))).toContain('id_token');
  expect(gitlabProblems(text.replace('extends: .node', 'extends: .nodes'))).not.toBe('');
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
