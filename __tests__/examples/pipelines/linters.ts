import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { ROOT } from './workflows';

interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

interface LanguageService {
  validate(this: void, document: unknown): Promise<readonly Diagnostic[]>;
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
}

/**
 * What GitHub's own language service says of a workflow, line by line.
 *
 * @param folder scratch: the service is made of modules that jest cannot load, so it is bundled first
 */
export function githubLinter(folder: string): (name: string, text: string) => Promise<readonly string[]> {
  const outfile = join(folder, 'language-service.js');
  const contents = `export { validate } from '@actions/languageservice';
    export { TextDocument } from 'vscode-languageserver-textdocument';`;
  buildSync({ stdin: { contents, resolveDir: ROOT }, bundle: true, platform: 'node', format: 'cjs', outfile });
  const { validate, TextDocument } = jest.requireActual<LanguageService>(outfile);
  return async (name, text) => {
    const found = await validate(TextDocument.create(`file:///.github/workflows/${name}.yml`, 'yaml', 1, text));
    return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
  };
}

/** What gitlab-ci-local says of the files of a pipeline; it knows GitLab's schema and reads the state of git. */
export function gitlabProblems(folder: string, files: Readonly<Record<string, string>>): string {
  const project = mkdtempSync(join(folder, 'gitlab-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  execFileSync('git', ['init', '-q', '-b', 'main', project]);
  execFileSync('git', ['-C', project, 'remote', 'add', 'origin', 'git@gitlab.example.com:group/shop.git']);
  // only what git knows can be included
  execFileSync('git', ['-C', project, 'add', '--all']);
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  execFileSync('git', ['-C', project, ...identity, 'commit', '-q', '--allow-empty', '-m', 'begin']);
  const linter = join(ROOT, 'node_modules/.bin/gitlab-ci-local');
  const { status, stdout, stderr } = spawnSync(linter, ['--list'], { cwd: project, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}
