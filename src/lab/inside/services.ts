import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from './root';

/** A program that runs as long as the lab does. */
export interface Service {
  readonly name: string;
  readonly process: ChildProcess;
}

/** The programs of a lab that run in the services image, each with a log of its own. */
export class Services {
  private readonly services = new Map<string, Service>();

  constructor(
    private readonly root: Root,
    private readonly logs: string,
  ) {
    mkdirSync(logs, { recursive: true });
  }

  /** Starts a program; one of this name that still runs must be ended first. */
  start(name: string, program: string, args: readonly string[], extra: { readonly pipes?: number } = {}): Service {
    const log = openSync(this.logFile(name), 'a');
    const { command, args: all } = this.root.command(program, args);
    const pipes: StdioOptions = Array.from({ length: extra.pipes ?? 0 }, () => 'pipe' as const);
    try {
      const child = spawn(command, all, {
        stdio: ['ignore', log, log, ...pipes],
        env: { PATH: '/usr/sbin:/usr/bin', LC_ALL: 'C', HOME: '/' },
      });
      child.on('error', () => undefined);
      const service = { name, process: child };
      this.services.set(name, service);
      return service;
    } finally {
      closeSync(log);
    }
  }

  /** Whether the program of this name runs. */
  isRunning(name: string): boolean {
    const child = this.services.get(name)?.process;
    return child !== undefined && child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  }

  /** Sends a signal; without such a program nothing happens. */
  signal(name: string, signal: NodeJS.Signals): void {
    if (this.isRunning(name)) this.services.get(name)?.process.kill(signal);
  }

  /** Names of all programs ever started, and whether they run. */
  states(): { readonly name: string; readonly running: boolean }[] {
    return [...this.services.keys()].map((name) => ({ name, running: this.isRunning(name) }));
  }

  logFile(name: string): string {
    return join(this.logs, `${name}.log`);
  }
}
