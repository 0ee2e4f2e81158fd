import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { UserError } from '../../../core/errors';
import { LAB_ADDRESSES, MOST_INSTANCES } from '../../addresses';
import type { RunParameters } from '../../run-parameters';
import type { Root } from '../root';
import { Instance, type InstanceStatus } from './instance';
import { allowedProcessors, leastUsed } from './processors';

/** Told what happens to instances. */
export interface FleetEvents {
  /** An instance has booted so far that it takes commands. */
  onReady(instance: Instance): void;
  onTermination(instance: Instance): Promise<void>;
}

/** How an instance is launched. */
export interface FleetLaunch {
  /**
   * Disk image of this machine that it starts from.
   *
   * @default - that of the lab
   */
  readonly image?: string | undefined;
  /**
   * Done before it is powered on for the first time.
   *
   * @default - nothing
   */
  readonly prepare?: (instance: Instance) => Promise<void>;
}

/** The instances of a lab, the terminated ones too. */
export class Fleet {
  private readonly all: Instance[] = [];
  private readonly processors = allowedProcessors();

  constructor(
    private readonly root: Root,
    private readonly parameters: RunParameters,
    private readonly logs: string,
    private readonly events: FleetEvents,
    private readonly log: (line: string) => void,
  ) {}

  /** Launches an instance with a fresh disk and an identity of its own. */
  async launch({ image = this.parameters.images.disk, prepare }: FleetLaunch = {}): Promise<Instance> {
    const index = this.all.length;
    const node = LAB_ADDRESSES.nodes[index];
    if (node === undefined) throw new UserError(`a lab launches at most ${MOST_INSTANCES} instances; start a new one`);
    const { zones } = this.parameters.model.instance;
    const instance = new Instance({
      root: this.root,
      identity: {
        instanceId: `i-0${randomBytes(8).toString('hex')}`,
        node,
        zone: zones[index % zones.length] ?? `${this.parameters.model.region}a`,
      },
      memoryMib: this.parameters.memoryMib,
      processor: () => this.processor(),
      image,
      consoleLog: join(this.logs, `${node.name}.console.log`),
      log: this.log,
      onReady: (booted) => this.events.onReady(booted),
    });
    this.all.push(instance);
    try {
      await prepare?.(instance);
      await instance.powerOn();
    } catch (error) {
      await this.terminate(instance.name);
      throw error;
    }
    return instance;
  }

  /** Terminates an instance, once it has left the balancer. */
  async terminate(name: string): Promise<Instance> {
    const instance = this.find(name);
    await this.events.onTermination(instance);
    await instance.terminate();
    return instance;
  }

  /** The instance of this name. */
  find(name: string): Instance {
    const found = this.all.find((instance) => instance.name === name);
    if (found !== undefined) return found;
    const known = this.all.map((instance) => `'${instance.name}'`).join(', ');
    throw new UserError(`no instance is called '${name}'; choose one of ${known}`);
  }

  byAddress(address: string): Instance | undefined {
    return this.all.find(({ identity }) => identity.node.address === address);
  }

  byId(instanceId: string): Instance | undefined {
    return this.all.find(({ identity }) => identity.instanceId === instanceId);
  }

  get running(): readonly Instance[] {
    return this.all.filter((instance) => instance.isOn);
  }

  status(): InstanceStatus[] {
    return this.all.map((instance) => instance.status());
  }

  private processor(): number {
    return leastUsed(
      this.processors,
      this.running.flatMap(({ running }) => running?.processor ?? []),
    );
  }
}
