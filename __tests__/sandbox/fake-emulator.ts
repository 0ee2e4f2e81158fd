import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';

/** Writes an executable script for Node; answers its path. */
export function nodeScript(path: string, code: string): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!${process.execPath}\n${code}\n`);
  chmodSync(path, 0o755);
  return path;
}

const SERVE = `
  const port = Number(process.argv[process.argv.indexOf('-p') + 1]);
  require('node:http').createServer((_, response) => response.end('{}')).listen(port, '127.0.0.1');
  if (process.env.EMULATOR_ENDS_WITH_STDIN) process.stdin.on('end', () => process.exit(0)).resume();`;

/**
 * A folder for PATH whose `python3` claims to have this version of moto and, asked to run the emulator, does what `serve`
 * says; by default it answers every request.
 */
export function fakePython(version: string, serve: string = SERVE): string {
  const bin = join(temporaryFolder(), 'bin');
  nodeScript(join(bin, 'python3'), `if (process.argv[2] === '-c') console.log('${version}'); else { ${serve} }`);
  return bin;
}
