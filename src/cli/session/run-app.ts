import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, UserError } from '../../core/errors';
import { objectOf, parseObject, textOf } from '../../terraform/json';
import type { Variables } from '../../terraform/process/process-environment';

/** What the app of `cdktf.json` printed and how it ended. */
export interface AppResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the app of a project so that it synthesizes into `outdir`. */
export type AppRunner = (project: string, outdir: string, variables: Variables) => Promise<AppResult>;

/**
 * Runs the command that `cdktf.json` names as `app`, in a shell as cdktf itself does.
 *
 * @throws UserError when there is no `cdktf.json` with an `app`
 */
export const runApp: AppRunner = (project, outdir, variables) => {
  const { app, context } = readProject(project);
  return new Promise((resolve, reject) => {
    const env = { ...variables, CDKTF_OUTDIR: outdir, CDKTF_CONTEXT_JSON: JSON.stringify(context) };
    const child = spawn(app, { cwd: project, shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
    child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
    child.once('error', (error) => reject(new UserError(`'${app}' cannot be started: ${error.message}`)));
    child.once('close', (exitCode) => {
      const text = (parts: Buffer[]): string => Buffer.concat(parts).toString('utf8');
      resolve({ exitCode: exitCode ?? 1, stdout: text(chunks.stdout), stderr: text(chunks.stderr) });
    });
  });
};

function readProject(project: string): { app: string; context: object } {
  const path = join(project, 'cdktf.json');
  const wayOut = "run inside the project or give '--project DIR'";
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(`'${path}' cannot be read: ${messageOf(error)}; ${wayOut}`);
  }
  const content = parseObject(text);
  if (content === undefined) throw new UserError(`'${path}' must hold a JSON object; ${wayOut}`);
  const app = textOf(content, 'app');
  if (app === undefined || app === '') throw new UserError(`'app' must be a command in '${path}'`);
  return { app, context: objectOf(content['context']) };
}
