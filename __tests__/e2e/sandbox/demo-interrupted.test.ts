import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';

const ROOT = join(__dirname, '../../..');

/** A copy of the project without what a run leaves behind, so that the demo has a sandbox of its own. */
function projectCopy(): string {
  const copy = temporaryFolder();
  for (const name of ['src', 'stacks', 'main.ts', 'cdktf.json', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

describe('an interrupted demo', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends what it started at %s',
    async (signal) => {
      const project = projectCopy();
      const args = ['--import', 'tsx', 'src/cli/commands/demo/main.ts'];
      const demo = spawn(process.execPath, args, { cwd: project, stdio: ['ignore', 'ignore', 'pipe'] });
      let told = '';
      let interrupted = false;
      demo.stderr.on('data', (chunk: Buffer) => {
        told += chunk.toString();
        // Terraform is at work as soon as the plan of the state bucket is shown
        if (!interrupted && /total +10/.test(told)) interrupted = demo.kill(signal);
      });

      const [exitCode] = (await once(demo, 'close')) as [number | null];

      const endpoint = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0] ?? '';
      expect(exitCode).toBe(1);
      expect(told).toContain('interrupted; everything the demo started has been ended');
      await expect(fetch(endpoint)).rejects.toThrow('fetch failed');
      expect(existsSync(join(project, '.wordpress-ha/sandbox.json'))).toBe(false);
      const stacks = join(project, 'cdktf.out/development/stacks');
      expect(
        readdirSync(stacks, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('override')),
      ).toEqual([]);
    },
    600_000,
  );
});
