import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findEmulator, type FoundEmulator } from '../../src/sandbox/find-emulator';
import { fakePython, nodeScript } from './fake-emulator';
import { temporaryFolder } from '../support/temporary-folder';

const PRINT_VERSION = (version: string) => `if (process.argv[2] === '-c') console.log('${version}');`;
const NO_MOTO = 'process.exit(1);';

describe('finding the emulator', () => {
  let directory: string;
  let bin: string;

  beforeEach(() => {
    directory = temporaryFolder();
    bin = join(temporaryFolder(), 'bin');
    mkdirSync(bin);
  });

  function find(...path: string[]): Promise<FoundEmulator> {
    return findEmulator({ directory, variables: { PATH: path.join(delimiter) }, onProgress: () => undefined });
  }

  it("takes the interpreter that 'moto_server' names", async () => {
    const python = nodeScript(join(temporaryFolder(), 'python3.11'), PRINT_VERSION('5.2.1'));
    writeScript(join(bin, 'moto_server'), python);

    expect(await find(bin)).toEqual({ python, notes: [] });
  });

  it('follows a shim of pyenv to the installation it stands for', async () => {
    const installation = join(temporaryFolder(), 'bin');
    const python = nodeScript(join(installation, 'python3.11'), PRINT_VERSION('5.2.1'));
    writeScript(join(installation, 'moto_server'), python);
    writeScript(join(bin, 'moto_server'), '/usr/bin/env');
    nodeScript(join(bin, 'pyenv'), `console.log('${join(installation, 'moto_server')}');`);

    expect((await find(bin)).python).toBe(python);
  });

  it("takes 'python3' where it has moto and no 'moto_server' is on PATH", async () => {
    const path = fakePython('5.2.1');

    expect((await find(path)).python).toBe(join(path, 'python3'));
  });

  it('makes an installation with uv where there is none', async () => {
    nodeScript(join(bin, 'python3'), NO_MOTO);
    const python = join(directory, 'venv/bin/python');
    nodeScript(join(bin, 'uv'), installer(python));

    expect(await find(bin)).toEqual({ python, notes: [] });
  });

  it('uses the installation it made earlier', async () => {
    const python = nodeScript(join(directory, 'venv/bin/python'), PRINT_VERSION('5.2.1'));

    expect((await find(bin)).python).toBe(python);
  });

  it('makes one with pipx where neither uv nor a virtual environment works', async () => {
    nodeScript(join(bin, 'python3'), NO_MOTO);
    const python = join(directory, 'pipx/venvs/moto/bin/python');
    nodeScript(join(bin, 'pipx'), installer(python));

    expect((await find(bin)).python).toBe(python);
  });

  it('makes its own rather than using another version', async () => {
    const python = join(directory, 'venv/bin/python');
    nodeScript(join(bin, 'uv'), installer(python));

    expect((await find(fakePython('4.0.0'), bin)).python).toBe(python);
  });

  it('uses another version with a note where nothing can be installed', async () => {
    const { notes } = await find(fakePython('5.3.0'));

    expect(notes).toEqual([
      "moto is 5.3.0, tested is 5.2.1: plans may differ; to get it, run: python3 -m pip install 'moto[server]==5.2.1'",
    ]);
  });

  it('names the command that installs it where nothing works', async () => {
    nodeScript(join(bin, 'python3'), "console.error('no network'); process.exit(1);");

    await expect(find(bin)).rejects.toThrow(
      /^no 'moto_server' on PATH, and it could not be installed: uv: .*; python3 -m venv: no network; pipx: .*; run: python3 -m pip install 'moto\[server\]==5\.2\.1'$/,
    );
  });
});

/** A script whose first line names an interpreter; it is never run itself. */
function writeScript(path: string, interpreter: string): void {
  nodeScript(path, '');
  writeFileSync(path, `#!${interpreter}\n`);
}

/** Code of an installer that puts an interpreter with moto into its place. */
function installer(python: string): string {
  return `const fs = require('node:fs');
    fs.mkdirSync(${JSON.stringify(join(python, '..'))}, { recursive: true });
    fs.writeFileSync(${JSON.stringify(python)}, '#!${process.execPath}\\n' + ${JSON.stringify(PRINT_VERSION('5.2.1'))});
    fs.chmodSync(${JSON.stringify(python)}, 0o755);`;
}
