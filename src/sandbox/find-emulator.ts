import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { UserError } from '../core/errors';
import type { Variables } from '../terraform/process/process-environment';
import { installEmulator, INSTALL_COMMAND, ownInterpreters } from './install-emulator';
import { output } from './run-quietly';

/** The version of moto that the fixes are made for. */
const MOTO_VERSION = '5.2.1';

/** Where to look. */
export interface FindOptions {
  /** Folder in which an installation is made when there is none on this machine. */
  readonly directory: string;
  readonly variables: Variables;
  readonly onProgress: (line: string) => void;
}

/** A Python interpreter that can run the emulator. */
export interface FoundEmulator {
  readonly python: string;
  readonly notes: readonly string[];
}

interface Candidate {
  readonly python: string;
  readonly version: string;
}

/** Prints moto's version when its server could start. */
const PROBE = [
  'import importlib.metadata as m, importlib.util as u, sys',
  'missing = [n for n in ("flask", "flask_cors", "werkzeug", "moto.server") if u.find_spec(n) is None]',
  'sys.exit(1) if missing else print(m.version("moto"))',
].join('\n');

/**
 * Finds moto: the one on PATH, else one installed earlier in `directory`, else makes it there.
 *
 * @throws UserError naming the command that installs it when nothing works
 */
export async function findEmulator(options: FindOptions): Promise<FoundEmulator> {
  const { directory, variables, onProgress } = options;
  const present = await candidates(await interpreters(directory, variables), variables);
  const exact = present.find(({ version }) => version === MOTO_VERSION);
  if (exact !== undefined) return { python: exact.python, notes: [] };
  onProgress(`installing moto ${MOTO_VERSION} into '${directory}'`);
  const installed = await installEmulator(directory, MOTO_VERSION, variables);
  const [made] = await candidates(installed.interpreters, variables);
  if (made !== undefined) return { python: made.python, notes: [] };
  const [other] = present;
  if (other !== undefined) return { python: other.python, notes: [versionNote(other.version)] };
  throw new UserError(
    `no 'moto_server' on PATH, and it could not be installed: ${installed.problems.join('; ')}; run: ${INSTALL_COMMAND}`,
  );
}

function versionNote(version: string): string {
  return `moto is ${version}, tested is ${MOTO_VERSION}: plans may differ; to get it, run: ${INSTALL_COMMAND}`;
}

async function interpreters(directory: string, variables: Variables): Promise<string[]> {
  const found: string[] = [];
  const server = onPath('moto_server', variables);
  if (server !== undefined) found.push(...(await interpretersOf(server, variables)));
  found.push(...['python3', 'python'].map((name) => onPath(name, variables)).filter((path) => path !== undefined));
  return [...new Set([...found, ...ownInterpreters(directory)])];
}

/** The interpreters that a `moto_server` script may belong to: the one it names, and its neighbours. */
async function interpretersOf(script: string, variables: Variables): Promise<string[]> {
  const named = shebang(script);
  // a pyenv shim is a shell script; pyenv knows which installation it stands for
  const shimmed =
    named?.includes('python') === true ? undefined : await output('pyenv', ['which', 'moto_server'], variables);
  const scripts = [script, ...(shimmed === undefined ? [] : [shimmed.trim()])].filter((path) => existsSync(path));
  return scripts.flatMap((path) => {
    const interpreter = shebang(path);
    const neighbours = [dirname(path), dirname(realpathSync(path))].map((folder) => join(folder, 'python3'));
    return [...(interpreter?.includes('python') === true ? [interpreter] : []), ...neighbours].filter(existsSync);
  });
}

function shebang(script: string): string | undefined {
  const [first = ''] = readFileSync(script, 'latin1').split('\n', 1);
  const interpreter = first.startsWith('#!') ? first.slice(2).trim().split(/\s+/)[0] : undefined;
  return interpreter !== undefined && isAbsolute(interpreter) ? interpreter : undefined;
}

function onPath(name: string, variables: Variables): string | undefined {
  const folders = (variables.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

async function candidates(pythons: readonly string[], variables: Variables): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const python of pythons) {
    const version = await output(python, ['-c', PROBE], variables);
    if (version !== undefined) found.push({ python, version: version.trim() });
    if (found.at(-1)?.version === MOTO_VERSION) break;
  }
  return found;
}
