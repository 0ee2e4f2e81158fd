import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../core/errors';
import type { Variables } from '../../terraform/process/process-environment';
import { askLab } from '../control-client';
import type { LabAction, LabActions, LabStatus } from '../control';
import { isInService } from '../in-service';
import type { InstanceStatus } from '../inside/nodes/instance';
import type { LabRecord } from '../lab-record';
import type { LabImages } from '../images/images';
import type { LabModel } from '../model/lab-model';
import { type LabObject, readParameters, type RunParameters, sockets } from '../run-parameters';
import { instancesInWords } from './instances-in-words';
import { type Page, SiteVisitor, type Visit } from './site/site-visitor';

const POLL_MS = 250;
/** Lines of a command's output that tell why it failed. */
const LAST_LINES = 4;

/** A running lab and where proofs of it go. */
export interface LabUnderTestOptions {
  readonly record: LabRecord;
  /** Folder for what is kept beside the report, such as screenshots. */
  readonly folder: string;
  readonly variables: Variables;
  readonly onProgress: (line: string) => void;
  readonly signal: AbortSignal;
}

/** A running lab as trials see it: what they ask of it, what they run on its instances, and its site as visitors see it. */
export class LabUnderTest {
  readonly visitor: SiteVisitor;
  private readonly parameters: RunParameters;

  constructor(private readonly options: LabUnderTestOptions) {
    this.parameters = readParameters(options.record.runDirectory);
    this.visitor = new SiteVisitor({
      balancer: this.model.balancer,
      ports: options.record.ports,
      authority: this.parameters.images.authority.certificate,
    });
  }

  /** What the stacks say. */
  get model(): LabModel {
    return this.parameters.model;
  }

  /** Objects that buckets held before the first instance booted. */
  get objects(): readonly LabObject[] {
    return this.parameters.objects;
  }

  /** What instances boot from. */
  get images(): LabImages {
    return this.parameters.images;
  }

  /** Folder for what is kept beside the report, such as screenshots. */
  get folder(): string {
    return this.options.folder;
  }

  get variables(): Variables {
    return this.options.variables;
  }

  get signal(): AbortSignal {
    return this.options.signal;
  }

  /** Tells people one line while work lasts. */
  tell(line: string): void {
    this.options.onProgress(line);
  }

  ask<A extends LabAction>(action: A, input: LabActions[A]['input']): Promise<LabActions[A]['output']> {
    return askLab(sockets(this.options.record.socketDirectory).control, action, input);
  }

  status(): Promise<LabStatus> {
    return this.ask('status', {});
  }

  /**
   * Runs a command on an instance as root and answers what it printed.
   *
   * @throws UserError when it ends with another status than 0
   */
  async on(instance: string, command: string, seconds = 60): Promise<string> {
    const { exitCode, output } = await this.ask('run', { instance, command, seconds });
    if (exitCode === 0) return output.trim();
    const end = output.trim().split('\n').slice(-LAST_LINES).join('\n');
    throw new UserError(`'${command}' on ${instance} ended with ${exitCode}: ${end}`);
  }

  /** One request to an instance, as the balancer hands it on. */
  async visitInstance(
    instance: string,
    path: string,
    { method = 'GET', headers = {}, body }: Visit = {},
  ): Promise<Page> {
    const begun = performance.now();
    const { status, ...answer } = await this.ask('request', {
      instance,
      method,
      path,
      headers: { host: this.visitor.host, 'x-forwarded-proto': this.visitor.tls ? 'https' : 'http', ...headers },
      base64: Buffer.from(body ?? '').toString('base64'),
    });
    const got = Buffer.from(answer.base64, 'base64');
    return { status, headers: answer.headers, body: got, milliseconds: performance.now() - begun };
  }

  /** Runs SQL as the administrator of the site's database and answers its rows, columns parted by tabs. */
  async query(sql: string): Promise<string> {
    const { text } = await this.ask('query', { sql: `USE \`${this.model.database?.name}\`; ${sql}` });
    return text.trim();
  }

  /** What the lab tells of one instance. */
  async instance(name: string): Promise<InstanceStatus> {
    const found = (await this.status()).instances.find((instance) => instance.name === name);
    if (found === undefined) throw new UserError(`no instance is called '${name}'`);
    return found;
  }

  /** Names of the instances that get requests and answer them, in the order of their launch. */
  async inService(): Promise<string[]> {
    const status = await this.status();
    return status.instances.filter((instance) => isInService(status, instance)).map(({ name }) => name);
  }

  /**
   * Waits until a condition holds, and answers the seconds that took.
   *
   * @throws UserError when it does not within so many seconds; `what` says what was waited for, and the message how the
   * instances are then
   */
  async until(what: string, seconds: number, holds: () => Promise<boolean>): Promise<number> {
    const begun = Date.now();
    while (!(await holds())) {
      this.signal.throwIfAborted();
      if (Date.now() - begun > seconds * 1000) {
        throw new UserError(`${what}: not within ${seconds} s; ${await instancesInWords(this)}`);
      }
      await sleep(POLL_MS);
    }
    return (Date.now() - begun) / 1000;
  }
}
