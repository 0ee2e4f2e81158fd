import type { Duplex } from 'node:stream';
import { UserError } from '../../../core/errors';

/** How a command ended on an instance. */
export interface CommandOutcome {
  /** 124 when it ran out of time. */
  readonly exitCode: number;
  /** Standard output and standard error together. */
  readonly output: string;
}

interface Pending {
  resolve(outcome: CommandOutcome): void;
  reject(error: Error): void;
  readonly timer: NodeJS.Timeout;
}

/** Time beyond a command's own in which its answer must come. */
const GRACE_SECONDS = 15;

/** Runs commands on an instance over its serial line. */
export class Agent {
  private readonly pending = new Map<number, Pending>();
  private last = 0;
  private rest = '';
  private isReady = false;

  constructor(
    private readonly line: Duplex,
    private readonly instance: string,
    private readonly onReady: () => void,
  ) {
    line.on('data', (chunk: Buffer) => this.read(chunk.toString('utf8')));
    line.on('error', () => undefined);
    line.on('close', () => this.end(`instance '${this.instance}' is off`));
  }

  /** Whether the instance has come far enough to take commands. */
  get ready(): boolean {
    return this.isReady;
  }

  /**
   * Runs a command with bash as root.
   *
   * @throws UserError when the instance does not take commands, or not any more
   */
  run(command: string, seconds: number): Promise<CommandOutcome> {
    if (!this.isReady) return Promise.reject(new UserError(`instance '${this.instance}' takes no commands yet`));
    const id = (this.last += 1);
    return new Promise((resolve, reject) => {
      const late = (): void => {
        this.pending.delete(id);
        reject(new UserError(`instance '${this.instance}' does not answer`));
      };
      const timer = setTimeout(late, (seconds + GRACE_SECONDS) * 1000);
      this.pending.set(id, { resolve, reject, timer });
      this.line.write(`${JSON.stringify({ id, command, seconds })}\n`);
    });
  }

  private read(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.take(line);
  }

  private take(line: string): void {
    let answer: { id?: number; ready?: boolean; exitCode?: number; output?: string };
    try {
      answer = JSON.parse(line) as typeof answer;
    } catch {
      return;
    }
    if (answer.ready === true) {
      this.isReady = true;
      this.onReady();
    }
    const pending = this.pending.get(answer.id ?? 0);
    if (pending === undefined) return;
    clearTimeout(pending.timer);
    this.pending.delete(answer.id ?? 0);
    pending.resolve({
      exitCode: answer.exitCode ?? 1,
      output: Buffer.from(answer.output ?? '', 'base64').toString('utf8'),
    });
  }

  private end(problem: string): void {
    this.isReady = false;
    for (const pending of this.pending.values()) {
      clearTimeout(pending.timer);
      pending.reject(new UserError(problem));
    }
    this.pending.clear();
  }
}
