import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Variables } from '../terraform/process/process-environment';
import { runQuietly } from './run-quietly';

/** The one command that installs the emulator for everybody on this machine. */
export const INSTALL_COMMAND = "python3 -m pip install 'moto[server]==5.2.1'";

/** What an attempt to install left. */
export interface Installation {
  /** Interpreters that may have moto now; empty when nothing worked. */
  readonly interpreters: readonly string[];
  /** One sentence for each way that did not work. */
  readonly problems: readonly string[];
}

interface Recipe {
  readonly tool: string;
  readonly interpreter: string;
  readonly steps: readonly (readonly [command: string, ...args: string[]])[];
  readonly variables: Readonly<Record<string, string>>;
}

/** Interpreters of installations that this module made earlier. */
export function ownInterpreters(directory: string): string[] {
  return recipes(directory, '')
    .map(({ interpreter }) => interpreter)
    .filter(existsSync);
}

/** Installs moto into `directory` with the first tool that can: uv, the standard library's venv, pipx. */
export async function installEmulator(directory: string, version: string, variables: Variables): Promise<Installation> {
  const problems: string[] = [];
  for (const recipe of recipes(directory, version)) {
    const problem = await follow(recipe, variables);
    if (problem === undefined) return { interpreters: [recipe.interpreter], problems };
    problems.push(`${recipe.tool}: ${problem}`);
  }
  // half an installation would be taken for a whole one by the next run
  for (const folder of ['venv', 'pipx']) rmSync(join(directory, folder), { recursive: true, force: true });
  return { interpreters: [], problems };
}

async function follow(recipe: Recipe, variables: Variables): Promise<string | undefined> {
  for (const [command, ...args] of recipe.steps) {
    const { ok, problem } = await runQuietly(command, args, { ...variables, ...recipe.variables });
    if (!ok) return problem;
  }
  return undefined;
}

function recipes(directory: string, version: string): Recipe[] {
  const requirement = `moto[server]==${version}`;
  const venv = join(directory, 'venv');
  const python = join(venv, 'bin', 'python');
  const pipx = join(directory, 'pipx');
  return [
    {
      tool: 'uv',
      interpreter: python,
      steps: [
        ['uv', 'venv', '--clear', venv],
        ['uv', 'pip', 'install', '--python', python, requirement],
      ],
      variables: {},
    },
    {
      tool: 'python3 -m venv',
      interpreter: python,
      steps: [
        ['python3', '-m', 'venv', '--clear', venv],
        [python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', requirement],
      ],
      variables: {},
    },
    {
      tool: 'pipx',
      interpreter: join(pipx, 'venvs', 'moto', 'bin', 'python'),
      steps: [['pipx', 'install', '--force', requirement]],
      variables: { PIPX_HOME: pipx, PIPX_BIN_DIR: join(pipx, 'bin') },
    },
  ];
}
