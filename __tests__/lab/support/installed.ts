import { spawnSync } from 'node:child_process';

/** Whether a program is on this machine. */
export function installed(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** Whether this process may make network namespaces and load packet filters. */
export function mayFilterPackets(): boolean {
  if (!installed('nft') || !installed('unshare') || !installed('ip') || !installed('socat')) return false;
  return spawnSync('unshare', ['-n', 'nft', 'list', 'ruleset']).status === 0;
}
