import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the fake answers to a command, by the first words of its arguments, such as `plan` or `workspace select`. */
export interface Answer {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exitCode?: number;
  /** Waits that long before it ends; an interrupt ends it with exit code 1. */
  readonly milliseconds?: number;
}

/** A program that stands in for Terraform. */
export interface FakeBinary {
  readonly path: string;
  /** Arguments of each call, `TF_WORKSPACE=name` before them where it was set. */
  calls(): string[];
  /** Variables of the last call. */
  variables(): Record<string, string>;
}

/** Writes the program into a folder. */
export function fakeBinary(folder: string, answers: Readonly<Record<string, Answer>> = {}): FakeBinary {
  const path = join(folder, 'terraform');
  const log = join(folder, 'calls.log');
  const version = { stdout: JSON.stringify({ terraform_version: '1.11.4' }) };
  writeFileSync(
    path,
    `#!${process.execPath}
const { appendFileSync, writeFileSync } = require('node:fs');
const answers = ${JSON.stringify({ version, ...answers })};
const args = process.argv.slice(2);
const workspace = process.env.TF_WORKSPACE === undefined ? '' : 'TF_WORKSPACE=' + process.env.TF_WORKSPACE + ' ';
appendFileSync(${JSON.stringify(log)}, workspace + args.join(' ') + '\\n');
const out = args.find((arg) => arg.startsWith('-out='));
if (out !== undefined) writeFileSync(out.slice(5), 'plan');
writeFileSync(${JSON.stringify(join(folder, 'variables.json'))}, JSON.stringify(process.env));
const key = Object.keys(answers).find((words) => args.join(' ').startsWith(words));
const { stdout = '', stderr = '', exitCode = 0, milliseconds = 0 } = answers[key] ?? {};
process.on('SIGINT', () => process.exit(1));
process.stdout.write(stdout);
process.stderr.write(stderr);
setTimeout(() => process.exit(exitCode), milliseconds);
`,
  );
  chmodSync(path, 0o755);
  return {
    path,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    variables: () => JSON.parse(readFileSync(join(folder, 'variables.json'), 'utf8')) as Record<string, string>,
  };
}
