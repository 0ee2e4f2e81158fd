import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';

/** Tries every probe in a network of its own; returns the lines of those that came through, and of counters that counted. */
export function opened(rules: string, probes: readonly string[]): { open: string[]; counted: string[] } {
  const file = join(temporaryFolder(), 'rules.nft');
  writeFileSync(file, rules);
  const script = join(__dirname, 'packet-probe.sh');
  const command = ['-n', '--pid', '--fork', '--mount-proc', '--kill-child', 'bash', script, file];
  const { stdout, stderr, status } = spawnSync('unshare', command, {
    input: `${probes.join('\n')}\n`,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const lines = stdout.split('\n');
  return {
    open: lines.flatMap((line) => (/ open$/.test(line) ? [line.replace(/ open$/, '')] : [])),
    counted: lines.flatMap((line) => (line.startsWith('counter ') ? [line.slice(8)] : [])),
  };
}
