import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { UserError } from '../core/errors';
import type { Variables } from '../terraform/process/process-environment';

const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 100;
const LOG_LINES = 15;

/** How to start the emulator. */
export interface EmulatorOptions {
  /** Python interpreter that can import moto's server. */
  readonly python: string;
  readonly accountId: string;
  readonly logFile: string;
  readonly endWithParent: boolean;
  readonly variables: Variables;
  /**
   * Start plain moto.
   *
   * @default false
   */
  readonly withoutFixes?: boolean;
}

/** An emulator that answers. */
export interface Emulator {
  readonly pid: number;
  readonly port: number;
}

/**
 * Starts the emulator on a free loopback port and waits until it answers.
 *
 * @throws UserError with the end of its log when it ends or stays silent
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const port = await freePort();
  const child = launch(options, port);
  const ending = new AbortController();
  const end = new Promise<UserError>((resolve) => {
    child.once('error', (error) => resolve(new UserError(`'${options.python}' cannot be started: ${error.message}`)));
    child.once('exit', (code, signal) => resolve(failure(`ended with ${code ?? signal}`, options.logFile)));
  });
  void end.then(() => ending.abort());
  const ready = await untilReady(port, ending.signal);
  if (child.pid === undefined || ending.signal.aborted) throw await end;
  if (!ready) {
    child.kill('SIGKILL');
    throw failure(`did not answer within ${READY_TIMEOUT_MS / 1000} seconds`, options.logFile);
  }
  child.removeAllListeners();
  child.unref();
  return { pid: child.pid, port };
}

function launch(options: EmulatorOptions, port: number): ChildProcess {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'w');
  try {
    const child = spawn(options.python, ['-m', 'emulator', '-H', '127.0.0.1', '-p', String(port)], {
      cwd: dirname(options.logFile),
      // a group of its own: a terminal's Ctrl-C must not end it before Terraform has let go
      detached: true,
      env: emulatorVariables(options),
      stdio: [options.endWithParent ? 'pipe' : 'ignore', log, log],
    });
    // the emulator ends when this end of the pipe does; the pipe itself must not keep this process alive
    if (child.stdin instanceof Socket) child.stdin.unref();
    child.stdin?.on('error', () => undefined);
    return child;
  } finally {
    closeSync(log);
  }
}

function emulatorVariables({ accountId, endWithParent, variables, withoutFixes }: EmulatorOptions): NodeJS.ProcessEnv {
  return {
    PATH: variables.PATH,
    HOME: variables.HOME,
    LANG: 'C.UTF-8',
    PYTHONPATH: dirname(emulatorPackage()),
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUNBUFFERED: '1',
    MOTO_ACCOUNT_ID: accountId,
    MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
    // seconds until a certificate is issued; moto's default is 60
    MOTO_ACM_VALIDATION_WAIT: '1',
    ...(endWithParent ? { EMULATOR_ENDS_WITH_STDIN: '1' } : {}),
    ...(withoutFixes === true ? { EMULATOR_WITHOUT_FIXES: 'all' } : {}),
  };
}

/** The Python package: beside this file in the source, and in the source folder of the package once compiled. */
function emulatorPackage(): string {
  const places = [join(__dirname, 'emulator'), join(__dirname, '..', '..', '..', 'src', 'sandbox', 'emulator')];
  const found = places.find((place) => existsSync(join(place, '__main__.py')));
  if (found === undefined) throw new Error(`the emulator is in none of ${places.join(', ')}`);
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no address for a TCP server'));
        else resolve(address.port);
      });
    });
  });
}

async function untilReady(port: number, ending: AbortSignal): Promise<boolean> {
  const end = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < end && !ending.aborted) {
    if (await answers(port)) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return false;
}

/** Whether an emulator answers on a port. */
export async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/moto-api/data.json`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function failure(what: string, logFile: string): UserError {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-LOG_LINES) : [];
  return new UserError(
    `the emulator ${what}; the end of '${logFile}':\n${lines.map((line) => `  ${line}`).join('\n')}`,
  );
}
