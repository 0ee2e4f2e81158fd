import { existsSync } from 'node:fs';

/**
 * The command line that runs a module of this package in a process of its own; `path` has no extension.
 *
 * Compiled modules run as they are; sources need the loader that this process was started with, or tsx.
 */
export function nodeProgram(path: string): string[] {
  const compiled = `${path}.js`;
  if (existsSync(compiled)) return [process.execPath, compiled];
  const ours = process.execArgv.some((argument) => argument.includes('tsx'));
  const loader = ours ? process.execArgv : ['--import', 'tsx'];
  return [process.execPath, ...loader, `${path}.ts`];
}
