import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';

export const ROOT = resolve(__dirname, '../../..');
export const PIPELINES = join(ROOT, 'examples/pipelines');

/** A step of a job of GitHub Actions. */
export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly 'working-directory'?: string;
}

/** A job of GitHub Actions. */
export interface Job {
  readonly steps: readonly Step[];
  readonly needs?: string;
  readonly environment?: string;
  readonly permissions: Readonly<Record<string, string>>;
}

/** The workflow for GitHub as text. */
export const GITHUB = readFileSync(join(PIPELINES, 'github/wordpress-ha.yml'), 'utf8');

/** The workflow for GitHub. */
export const WORKFLOW = load(GITHUB) as {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<'policy' | 'plan' | 'apply', Job>>;
};

/** The step of this name. */
export function step(job: keyof typeof WORKFLOW.jobs, name: string): Step & { readonly run: string } {
  const found = WORKFLOW.jobs[job].steps.find((each) => each.name === name);
  if (found?.run === undefined) throw new Error(`no step '${name}' with a command`);
  return { ...found, run: found.run };
}
