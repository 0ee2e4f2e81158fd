import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StackAssembly } from '../../../../src/terraform/assembly';
import { journalFolder } from '../../../../src/terraform/recovery/journal';
import type { Workbench } from './workbench';

/** A run of the tool in a process of its own, which a test may kill. */
export interface ToolProcess {
  readonly pid: number;
  readonly ended: Promise<{ readonly output: string }>;
}

const PROJECT = resolve(__dirname, '../../../..');

/** Plans and applies a stack in another process; the stack has to be initialized. */
export function applyInChild(bench: Workbench, stack: StackAssembly, workspace: string): ToolProcess {
  const script = join(bench.root, `apply-${stack.name}.ts`);
  const input = JSON.stringify({ folder: bench.folder, stack, workspace });
  writeFileSync(
    script,
    [
      `import { terraformHost } from ${JSON.stringify(join(PROJECT, 'src/terraform/execution/terraform-host'))};`,
      `const { folder, stack, workspace } = ${input};`,
      'async function main(): Promise<void> {',
      '  const terraform = (await terraformHost({ variables: process.env, folder })).open(stack, workspace);',
      '  await terraform.apply(await terraform.plan());',
      '}',
      'main().catch((error) => { console.log(String(error)); process.exitCode = 1; });',
    ].join('\n'),
  );
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', script], {
    cwd: PROJECT,
    env: bench.variables,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ output: string }>((done) => child.once('close', () => done({ output })));
  return { pid: child.pid ?? 0, ended };
}

/** The process of the apply that runs in this stack, or 0. */
export function terraformPid(bench: Workbench, stack: StackAssembly): number {
  return (
    journalFolder(bench.folder, 'staging', stack.name)
      .read()
      .find(({ running }) => running)?.header.pid ?? 0
  );
}
