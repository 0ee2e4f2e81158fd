import { spawn, type ChildProcess } from 'node:child_process';
import { UserError } from '../../core/errors';
import type { ProcessEnvironment } from './process-environment';

/** How to run a program. */
export interface RunOptions {
  readonly cwd: string;
  /** All variables the program gets; nothing is inherited. */
  readonly environment: ProcessEnvironment;
  /**
   * Open file that takes standard output, so that the program outlives this process without losing its reader.
   *
   * @default - standard output is collected
   */
  readonly outputFile?: number;
  /** Told the process id once the program runs. */
  readonly onStart?: (pid: number) => void;
}

/** How a program ended. */
export interface RunResult {
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  /** How often this process passed on an interrupt while the program ran. */
  readonly interrupts: number;
  /** Empty with `outputFile`. */
  readonly stdout: string;
  readonly stderr: string;
}

/** The user interrupted the run; what Terraform had finished is in the state. */
export class InterruptedError extends UserError {
  override readonly name = 'InterruptedError';
}

const running = new Map<ChildProcess, { interrupts: number }>();
const FORWARDED = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs a program with an argument array and waits for its end.
 *
 * The program gets a process group of its own, so that a terminal's Ctrl-C reaches it once, through this process: each
 * interrupt is passed on as SIGINT, which lets Terraform end what it began; a second one makes it stop at once.
 *
 * @throws UserError when the program cannot be started
 */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.environment,
      detached: true,
      stdio: ['ignore', options.outputFile ?? 'pipe', options.outputFile ?? 'pipe'],
    });
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    const entry = watch(child);
    child.once('spawn', () => child.pid !== undefined && options.onStart?.(child.pid));
    child.once('error', (error) => {
      unwatch(child);
      reject(new UserError(`'${command}' cannot be started: ${error.message}`));
    });
    child.once('close', (exitCode, signal) => {
      unwatch(child);
      resolve({
        exitCode: exitCode ?? undefined,
        signal: signal ?? undefined,
        interrupts: entry.interrupts,
        stdout: stdout(),
        stderr: stderr(),
      });
    });
  });
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

function watch(child: ChildProcess): { interrupts: number } {
  const entry = { interrupts: 0 };
  if (running.size === 0) FORWARDED.forEach((signal) => process.on(signal, forward));
  running.set(child, entry);
  return entry;
}

function unwatch(child: ChildProcess): void {
  running.delete(child);
  if (running.size === 0) FORWARDED.forEach((signal) => process.off(signal, forward));
}

function forward(): void {
  for (const [child, entry] of running) {
    entry.interrupts += 1;
    child.kill('SIGINT');
  }
}
