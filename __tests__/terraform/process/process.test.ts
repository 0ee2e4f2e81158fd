import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../src/terraform/process/process';
import { temporaryFolder } from '../../support/temporary-folder';

const node = (script: string, options: Partial<Parameters<typeof run>[2]> = {}): ReturnType<typeof run> =>
  run(process.execPath, ['-e', script], { cwd: temporaryFolder(), environment: {}, ...options });

describe('run', () => {
  it('tells how the program ended and what it wrote', async () => {
    const result = await node("process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 3");

    expect(result).toEqual({ exitCode: 3, signal: undefined, interrupts: 0, stdout: 'out', stderr: 'err' });
  });

  it('gives the program the variables it is told and no others', async () => {
    const { stdout } = await node('process.stdout.write(Object.keys(process.env).join())', {
      environment: { ONLY: 'this' },
    });

    expect(stdout).toBe('ONLY');
  });

  it('passes arguments on as they are, without a shell', async () => {
    const environment = {};
    const script = 'process.stdout.write(process.argv.slice(1).join("|"))';

    const { stdout } = await run(process.execPath, ['-e', script, '$HOME; "x"', 'a b'], {
      cwd: temporaryFolder(),
      environment,
    });

    expect(stdout).toBe('$HOME; "x"|a b');
  });

  it('lets the program write to a file that outlives this process', async () => {
    const path = join(temporaryFolder(), 'out');
    const outputFile = openSync(path, 'w');

    const { stdout } = await node("process.stdout.write('out'); process.stderr.write('err')", { outputFile });
    closeSync(outputFile);

    expect(stdout).toBe('');
    expect(readFileSync(path, 'utf8')).toContain('out');
  });

  it('passes an interrupt on once, counts it, and waits for the end', async () => {
    const script =
      "process.on('SIGINT', () => process.exit(7)); process.stdout.write('.'); setTimeout(() => {}, 20000)";
    const running = node(script, { onStart: () => setTimeout(() => process.emit('SIGINT'), 500) });

    expect(await running).toMatchObject({ exitCode: 7, interrupts: 1 });
    expect(process.listenerCount('SIGINT')).toBe(0);
  });

  it('puts the program into a process group of its own, out of the reach of the terminal', async () => {
    let pid = 0;
    const { stdout } = await node("process.stdout.write(require('fs').readFileSync('/proc/self/stat', 'utf8'))", {
      onStart: (started) => (pid = started),
    });

    const group = stdout.slice(stdout.lastIndexOf(')') + 2).split(' ')[2];
    expect(group).toBe(String(pid));
  });

  it('tells the signal that ended the program', async () => {
    expect(await node("process.kill(process.pid, 'SIGKILL')")).toMatchObject({
      exitCode: undefined,
      signal: 'SIGKILL',
    });
  });

  it('fails when the program cannot be started', async () => {
    await expect(run('/nowhere/terraform', [], { cwd: temporaryFolder(), environment: {} })).rejects.toThrow(
      "'/nowhere/terraform' cannot be started",
    );
  });
});
