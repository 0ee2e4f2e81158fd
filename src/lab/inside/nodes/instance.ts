import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../../core/errors';
import { plugCard, unplugCard } from '../network';
import type { Root } from '../root';
import type { InstanceIdentity } from '../cloud/instance-metadata';
import type { CommandOutcome } from './agent';
import { Machine } from './machine';

/** What an instance does: `off` also when it ended by itself. */
export type PowerState = 'on' | 'off' | 'terminated';

/** What is known of an instance; times are ISO 8601, durations seconds. */
export interface InstanceStatus {
  readonly name: string;
  readonly instanceId: string;
  readonly address: string;
  readonly state: PowerState;
  readonly poweredOnAt: string | undefined;
  /** Seconds from power-on until the health check passed for the first time; undefined when it has not. */
  readonly secondsToHealthy: number | undefined;
  /** The same of the very first boot. */
  readonly firstSecondsToHealthy: number | undefined;
  /** Status of the last health check; 0 when nobody answered. */
  readonly health: number | undefined;
  /** How the launch hook was completed. */
  readonly launchHook: string | undefined;
  readonly consoleLog: string;
}

/** What an instance needs to run. */
export interface InstanceOptions {
  readonly root: Root;
  readonly identity: InstanceIdentity;
  readonly memoryMib: number;
  /** Chooses the processor of this machine that it runs on, at each boot. */
  readonly processor: () => number;
  /** Disk image that it starts from. */
  readonly image: string;
  readonly consoleLog: string;
  readonly log: (line: string) => void;
  /** Told at every boot, once it takes commands. */
  readonly onReady: (instance: Instance) => void;
}

/** An instance with a disk of its own, from its launch to its termination. */
export class Instance {
  private machine: Machine | undefined;
  private poweredOnAt: Date | undefined;
  private healthyAt: Date | undefined;
  private firstSecondsToHealthy: number | undefined;
  private health: number | undefined;
  private terminated = false;
  launchHook: string | undefined;

  constructor(private readonly options: InstanceOptions) {}

  get identity(): InstanceIdentity {
    return this.options.identity;
  }

  get name(): string {
    return this.options.identity.node.name;
  }

  get isOn(): boolean {
    return this.machine !== undefined;
  }

  /** Whether it has come far enough to take commands. */
  get takesCommands(): boolean {
    return this.machine?.agent.ready === true;
  }

  /** The machine while it is on. */
  get running(): Machine | undefined {
    return this.machine;
  }

  /** Powers on with the disk as it is; the first time with a fresh one. */
  async powerOn(): Promise<void> {
    const { root, identity, memoryMib, processor, image, consoleLog, log } = this.options;
    const { name, tap: card, mac, address } = identity.node;
    if (this.terminated) throw new UserError(`instance '${name}' is terminated; start another one`);
    if (this.machine !== undefined) throw new UserError(`instance '${name}' is on already`);
    const disk = await root.disk(image);
    await plugCard(root, card);
    this.poweredOnAt = new Date();
    this.healthyAt = undefined;
    this.health = undefined;
    const machine: Machine = new Machine({
      root,
      name,
      card,
      cardAddress: mac,
      memoryMib,
      processor: processor(),
      disk,
      consoleLog,
      onReady: () => this.options.onReady(this),
      onEnd: (rebooting) => void this.ended(machine, rebooting).catch((error: unknown) => log(String(error))),
    });
    this.machine = machine;
    log(`${name} (${identity.instanceId}, ${address}) is powered on`);
  }

  /** Pulls the plug; the disk stays. */
  async powerOff(): Promise<void> {
    const { machine } = this;
    if (machine === undefined) return;
    this.machine = undefined;
    await machine.kill();
    await unplugCard(this.options.root, this.card);
    this.options.log(`${this.name} is powered off`);
  }

  /** Pulls the plug and throws the disk away. */
  async terminate(): Promise<void> {
    await this.powerOff();
    this.terminated = true;
    rmSync(join(this.options.root.data, `${this.name}.cow`), { force: true });
  }

  /** Runs a command on it as root. */
  run(command: string, seconds: number): Promise<CommandOutcome> {
    if (this.machine === undefined) return Promise.reject(new UserError(`instance '${this.name}' is off`));
    return this.machine.agent.run(command, seconds);
  }

  /** Takes the outcome of a health check. */
  observe(status: number, healthy: boolean): void {
    if (healthy && this.healthyAt === undefined && this.machine !== undefined) {
      this.healthyAt = new Date();
      this.firstSecondsToHealthy ??= this.secondsToHealthy;
      this.options.log(`${this.name} is healthy after ${this.secondsToHealthy ?? 0} s`);
    }
    this.health = status;
  }

  status(): InstanceStatus {
    const { identity, consoleLog } = this.options;
    return {
      name: this.name,
      instanceId: identity.instanceId,
      address: identity.node.address,
      state: this.terminated ? 'terminated' : this.isOn ? 'on' : 'off',
      poweredOnAt: this.poweredOnAt?.toISOString(),
      secondsToHealthy: this.secondsToHealthy,
      firstSecondsToHealthy: this.firstSecondsToHealthy,
      health: this.health,
      launchHook: this.launchHook,
      consoleLog,
    };
  }

  private get secondsToHealthy(): number | undefined {
    if (this.healthyAt === undefined || this.poweredOnAt === undefined) return undefined;
    return Math.round((this.healthyAt.getTime() - this.poweredOnAt.getTime()) / 100) / 10;
  }

  private get card(): string {
    return this.identity.node.tap;
  }

  private async ended(machine: Machine, rebooting: boolean): Promise<void> {
    if (this.machine !== machine) return;
    this.machine = undefined;
    this.options.log(`${this.name} ${rebooting ? 'reboots' : 'went off by itself'}`);
    await unplugCard(this.options.root, this.card);
    if (rebooting) await this.powerOn();
  }
}
