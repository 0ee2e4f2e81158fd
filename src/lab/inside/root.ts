import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runTool, type ToolOptions } from '../host/run-tool';
import { type RunParameters, runFiles } from '../run-parameters';

/** Where programs of the services image see the data of the run. */
export const DATA = '/lab';

/** Folder that the file server exports, as those programs see it. */
export const EXPORT = `${DATA}/export`;

/** The services image, mounted for one run; nothing is written into it. */
export class Root {
  /** Folder on this machine that programs of the image see as `/lab`. */
  readonly data: string;
  readonly directory: string;

  constructor(private readonly parameters: RunParameters) {
    const files = runFiles(parameters.runDirectory);
    this.data = files.data;
    this.directory = files.root;
  }

  /** Mounts image, data, and what programs expect; all of it ends with the mount namespace. */
  async mount(): Promise<void> {
    const { directory, data } = this;
    for (const folder of [directory, data]) mkdirSync(folder, { recursive: true });
    await this.mountImage();
    await runTool('mount', ['--bind', data, join(directory, DATA)]);
    await runTool('mount', ['--rbind', '/dev', join(directory, 'dev')]);
    await runTool('mount', ['-t', 'proc', 'proc', join(directory, 'proc')]);
    await runTool('mount', ['-t', 'sysfs', 'sysfs', join(directory, 'sys')]);
    for (const folder of ['run', 'tmp']) {
      await runTool('mount', ['-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', join(directory, folder)]);
    }
    mkdirSync(join(directory, 'var/lib/nfs/ganesha'), { recursive: true });
    mkdirSync(join(directory, 'run/ganesha'), { recursive: true });
  }

  /** Shows a disk image to those programs and answers where they see it. */
  async disk(image: string): Promise<string> {
    const seen = `${DATA}/${basename(image)}`;
    const place = join(this.directory, seen);
    if (existsSync(place)) return seen;
    await runTool('touch', [place]);
    await runTool('mount', ['--bind', image, place]);
    return seen;
  }

  /** An overlay, also because the file server finds an export by its device: that of the data must not be the root's. */
  private async mountImage(): Promise<void> {
    const above = `${this.directory}.above`;
    mkdirSync(above, { recursive: true });
    await runTool('mount', ['-t', 'tmpfs', 'tmpfs', above]);
    const [upper, work] = [join(above, 'upper'), join(above, 'work')];
    for (const folder of [upper, work]) mkdirSync(folder);
    const options = `lowerdir=${this.parameters.images.services},upperdir=${upper},workdir=${work}`;
    await runTool('mount', ['-t', 'overlay', 'overlay', '-o', options, this.directory]);
  }

  /** The command line that runs a program of the image. */
  command(program: string, args: readonly string[]): { command: string; args: string[] } {
    return { command: 'chroot', args: [this.directory, program, ...args] };
  }

  /** Runs a program of the image to its end and answers what it printed. */
  run(program: string, args: readonly string[], options: ToolOptions = {}): Promise<string> {
    const { command, args: all } = this.command(program, args);
    return runTool(command, all, { environment: { PATH: '/usr/sbin:/usr/bin', LC_ALL: 'C' }, ...options });
  }
}
