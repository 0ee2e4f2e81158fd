import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { instanceFiles, type UserDataOptions } from '../../src/bootstrap';

/** Writes a file and the folders above it; returns its path. */
export function write(path: string, content: string, mode = 0o644): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode });
  return path;
}

/** The plain text of one file of an instance. */
export function instanceFile(path: string, options: UserDataOptions = { family: 'debian-13' }): string {
  const found = instanceFiles(options).find((file) => file.path === path);
  if (found === undefined) throw new Error(`the user data holds no ${path}`);
  return found.content;
}

const PACKAGES = {
  shellcheck: 'shellcheck',
  'cloud-init': 'cloud-init',
  nginx: 'nginx-light',
  php: 'php-cli',
  jq: 'jq',
};

/**
 * Like `test`, for checks by a program that may be missing: says so and how to get it, and fails where CI is set.
 */
export function testWith(
  program: keyof typeof PACKAGES,
  name: string,
  body: (() => void) | (() => Promise<void>),
): void {
  const present =
    spawnSync(program, [program === 'nginx' || program === 'php' ? '-v' : '--version']).error === undefined;
  if (present || process.env['CI'] !== undefined) {
    test(name, body, 30_000);
    return;
  }
  process.stderr.write(`skipped '${name}': no ${program}; on Debian: apt-get install ${PACKAGES[program]}\n`);
  test.skip(name, body);
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program without a shell. */
export function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** The instance's functions, ready to be called by the lines of `calls`; fixed paths lie below `folder`. */
export function runFunctions(folder: string, calls: string, fakes: Readonly<Record<string, string>> = {}): Ran {
  const program = instanceFile('/opt/site/instance');
  const functions = program.slice(0, program.lastIndexOf('\ncase "$1" in'));
  const moved = functions.replaceAll(/(?<==')\/(run|etc|srv|mnt|opt)\//g, `${folder}/$1/`);
  const bin = join(folder, 'bin');
  for (const [name, body] of Object.entries(fakes)) write(join(bin, name), `#!/bin/bash\n${body}\n`, 0o755);
  const setting = `mkdir -p "$RUN" "$CONFIG" "$RELEASES"\nSYSTEM=wordpress ENVIRONMENT=test REGION=eu-west-1
DOMAIN=amazonaws.com BUCKET=releases APP=wordpress ROLE=web ACCESS_KEY=AKIA SECRET_KEY=topsecret SESSION_TOKEN=session\n`;
  const script = write(join(folder, 'script.sh'), `${moved}\n${setting}\n${calls}\n`);
  return run('bash', [script, 'bootstrap'], { PATH: `${bin}:${process.env['PATH'] ?? ''}`, FAKE: folder });
}
