import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { Duplex } from 'node:stream';
import { DATA, type Root } from '../root';
import { Agent } from './agent';

/** A machine of User Mode Linux: one process tree in a PID namespace of its own, so that one kill ends all of it. */
export interface MachineOptions {
  readonly root: Root;
  readonly name: string;
  /** Network card of this side. */
  readonly card: string;
  readonly cardAddress: string;
  readonly memoryMib: number;
  /** Processor of this machine that it runs on. */
  readonly processor: number;
  /** Disk image that its own disk starts from, as programs of the services image see it. */
  readonly disk: string;
  readonly consoleLog: string;
  /** Told once it takes commands. */
  readonly onReady: () => void;
  /** Told once the machine is off, and whether it asked to be started again. */
  readonly onEnd: (rebooting: boolean) => void;
}

const REBOOTING = 'reboot: Restarting system';

/** A running machine. */
export class Machine {
  readonly agent: Agent;
  readonly processor: number;
  /** The second serial line, on which a shell waits. */
  readonly shell: Duplex;
  private readonly process: ChildProcess;
  private readonly console: WriteStream;
  private rebooting = false;
  private rest = '';

  constructor(private readonly options: MachineOptions) {
    this.console = createWriteStream(options.consoleLog, { flags: 'a' });
    this.processor = options.processor;
    this.process = this.launch();
    const [, stdout, stderr, agentLine, shellLine] = this.process.stdio;
    stdout?.on('data', (chunk: Buffer) => this.watch(chunk));
    stderr?.on('data', (chunk: Buffer) => this.console.write(chunk));
    this.agent = new Agent(agentLine as Duplex, options.name, options.onReady);
    this.shell = shellLine as Duplex;
    this.shell.on('error', () => undefined);
    this.process.on('error', () => undefined);
    this.process.once('close', () => {
      this.console.end();
      options.onEnd(this.rebooting);
    });
  }

  /** Pulls the plug. */
  kill(): Promise<void> {
    return new Promise((resolve) => {
      if (this.process.exitCode !== null || this.process.signalCode !== null) resolve();
      else {
        this.process.once('exit', () => resolve());
        this.process.kill('SIGKILL');
      }
    });
  }

  private launch(): ChildProcess {
    const { root, name, card, cardAddress, memoryMib, processor, disk } = this.options;
    const { command, args } = root.command('/usr/bin/linux.uml', [
      `mem=${memoryMib}M`,
      `ubd0=${DATA}/${name}.cow,${disk}`,
      'root=/dev/ubda',
      'rw',
      // standard output is the console; the agent has the first serial line, a shell the second
      'con0=null,fd:1',
      'con=null',
      'ssl0=fd:3',
      'ssl1=fd:4',
      'ssl=null',
      `umid=${name}`,
      'uml_dir=/run',
      'net.ifnames=0',
      // without gro=1 large frames are dropped and connections stall
      `vec0:transport=tap,ifname=${card},gro=1,depth=128,mac=${cardAddress}`,
      'seccomp=on',
      'random.trust_cpu=on',
      'panic=-1',
    ]);
    // it has one processor, and each call of a program in it goes to and fro between two processes: on two processors of
    // this machine they would wake each other up all the time
    const pinned = ['taskset', '--cpu-list', String(processor), command, ...args];
    const isolated = ['--pid', '--fork', '--kill-child', ...pinned];
    const env = { PATH: '/usr/sbin:/usr/bin', TMPDIR: '/tmp', HOME: '/tmp' };
    return spawn('unshare', isolated, { env, stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'] });
  }

  private watch(chunk: Buffer): void {
    this.console.write(chunk);
    const lines = (this.rest + chunk.toString('utf8')).split('\n');
    this.rest = (lines.pop() ?? '').slice(-4096);
    for (const line of lines) {
      if (!line.includes(REBOOTING)) continue;
      // left alone it would start itself again, without its network card
      this.rebooting = true;
      this.process.kill('SIGKILL');
    }
  }
}
