import { spawn } from 'node:child_process';
import { UserError } from '../../core/errors';

/** How to run a program of the machine. */
export interface ToolOptions {
  /** Text for standard input; without it there is none. */
  readonly input?: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  /** Told every line of standard error. */
  readonly onLine?: (line: string) => void;
}

const TAIL_LINES = 12;

/**
 * Runs a program to its end and answers its standard output.
 *
 * @throws UserError with the end of what it said when it fails or is not there, or is ended by the signal
 */
export function runTool(command: string, args: readonly string[], options: ToolOptions = {}): Promise<string> {
  const { input, environment = process.env, signal, onLine } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: environment,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    // `unshare --fork` lets no other signal through
    const stop = (): void => void child.kill('SIGKILL');
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) stop();
    const output: Buffer[] = [];
    const said: string[] = [];
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => {
      const lines = chunk
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      lines.forEach((line) => onLine?.(line));
      said.push(...lines);
      said.splice(0, Math.max(0, said.length - TAIL_LINES));
    });
    child.once('error', (error) => reject(new UserError(`'${command}' cannot be started: ${error.message}`)));
    child.once('close', (code, ended) => {
      signal?.removeEventListener('abort', stop);
      const text = Buffer.concat(output).toString('utf8');
      if (code === 0) resolve(text);
      else if (signal?.aborted === true) reject(new UserError(`interrupted: '${command}' was ended`));
      else reject(new UserError(failure([command, ...args], code ?? ended, said, text)));
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function failure(words: readonly string[], end: number | string | null, said: readonly string[], text: string): string {
  const lines = said.length > 0 ? said : text.trim().split('\n').slice(-TAIL_LINES);
  return `'${words.slice(0, 6).join(' ')}' ended with ${end ?? 'nothing'}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
