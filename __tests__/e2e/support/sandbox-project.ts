import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { parseObject } from '../../../src/terraform/json';

const ROOT = resolve(__dirname, '../../..');
const COPIED = ['src', 'stacks', 'scripts', 'main.ts', 'cdktf.json', 'package.json', 'tsconfig.json'];

/** How a program ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that runs. */
export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** A copy of the project in a folder of its own, where it can have a sandbox of its own. */
export class SandboxProject {
  readonly directory = mkdtempSync(join(tmpdir(), 'wordpress-ha-e2e-'));
  private readonly endWithThisProcess = (): void => this.endSandbox();

  constructor() {
    for (const name of COPIED) cpSync(join(ROOT, name), join(this.directory, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(this.directory, 'node_modules'));
    if (!existsSync(join(this.directory, 'src/data/database-user/handler.zip'))) {
      spawnSync(process.execPath, ['scripts/build-handler.js'], { cwd: this.directory });
    }
    process.once('exit', this.endWithThisProcess);
  }

  /** Starts `wordpress-ha` with words split at blanks, and with further variables. */
  start(line: string, variables: Readonly<Record<string, string>> = {}): Running {
    return this.spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...line.split(' ')], variables);
  }

  /** Runs `wordpress-ha`. */
  run(line: string, variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return this.start(line, variables).ended;
  }

  /** Runs `wordpress-ha`; anything but exit code 0 is an error. */
  async succeed(line: string): Promise<Ended> {
    const ended = await this.run(line);
    if (ended.exitCode !== 0) throw new Error(`'${line}' ended with ${ended.exitCode}\n${ended.stdout}${ended.stderr}`);
    return ended;
  }

  /** Starts any program in the project with further variables. */
  spawn(program: string, args: readonly string[], variables: Readonly<Record<string, string>>): Running {
    const child = spawn(program, args, {
      cwd: this.directory,
      env: { ...plainVariables(), ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const text = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text.stderr += chunk.toString()));
    const ended = new Promise<Ended>((done) =>
      child.once('close', (exitCode) => {
        const stdout = stripVTControlCharacters(text.stdout);
        done({ exitCode, stdout, stderr: stripVTControlCharacters(text.stderr) });
      }),
    );
    return { process: child, ended };
  }

  /** Ends the sandbox, whatever state it is in, and removes the copy. */
  remove(): void {
    process.off('exit', this.endWithThisProcess);
    this.endSandbox();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private endSandbox(): void {
    const record = join(this.directory, '.wordpress-ha/sandbox.json');
    if (!existsSync(record)) return;
    const pid = parseObject(readFileSync(record, 'utf8'))?.pid;
    if (typeof pid === 'number') process.kill(pid, 'SIGKILL');
    rmSync(record);
  }
}

/** Variables of this process without those that choose an account, an environment or how the tool prints. */
function plainVariables(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(AWS_|TF_WORKSPACE$|CDKTF_|FORCE_COLOR$)/.test(name));
  return { ...Object.fromEntries(kept), NO_COLOR: '1' };
}

/** The variables that `sandbox up` tells to export. */
export function exportedVariables({ stdout }: Ended): Record<string, string> {
  const lines = stdout.matchAll(/^ {2}export (\w+)=(.*)$/gm);
  return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value === "''" ? '' : value]));
}
