import { spawnSync } from 'node:child_process';

/** Programs that tests of the lab run, with the Debian package of each. */
const PACKAGES = {
  haproxy: 'haproxy',
  dnsmasq: 'dnsmasq-base',
  nft: 'nftables',
  ip: 'iproute2',
  unshare: 'util-linux',
  socat: 'socat',
};

/** A program that tests of the lab run. */
export type LabProgram = keyof typeof PACKAGES;

/** Whether programs are on this machine; says aloud what is missing, which is a failure in CI. */
export function installed(...programs: readonly LabProgram[]): boolean {
  const missing = programs.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
  if (missing.length === 0) return true;
  return without(`apt-get install ${missing.map((program) => PACKAGES[program]).join(' ')}`);
}

/** Whether this process may make network namespaces and load packet filters. */
export function mayFilterPackets(): boolean {
  if (!installed('nft', 'unshare', 'ip', 'socat')) return false;
  if (spawnSync('unshare', ['-n', 'nft', 'list', 'ruleset']).status === 0) return true;
  return without('run them as root');
}

/** Whether this process may make mount and process namespaces. */
export function mayMakeNamespaces(): boolean {
  if (!installed('unshare')) return false;
  if (spawnSync('unshare', ['--mount', '--pid', '--fork', 'true']).status === 0) return true;
  return without('run them as root');
}

function without(wayOut: string): false {
  const told = `some tests of the lab cannot run here; ${wayOut}`;
  if ((process.env['CI'] ?? '') !== '') throw new Error(told);
  process.stderr.write(`SKIPPED: ${told}\n`);
  return false;
}
