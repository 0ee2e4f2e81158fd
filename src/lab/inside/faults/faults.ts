import { UserError } from '../../../core/errors';
import { INTERNET_ADDRESS, LAB_ADDRESSES } from '../../addresses';
import { type Cut, faultFilter } from '../../config/fault-filter';
import { NODE_FAULTS, type NodeFault } from '../../faults';
import type { LaunchInput } from '../../control';
import { userDataBootSeconds, userDataPackages } from '../../images/user-data-packages';
import type { LabModel } from '../../model/lab-model';
import { accountFaults } from '../cloud/account-faults';
import type { EmulatorClient } from '../cloud/emulator';
import type { Instance } from '../nodes/instance';
import { type InstanceFault, instanceFaults, slowBoot } from './instance-faults';

/** What the faults reach in a lab. */
export interface FaultTargets {
  readonly model: LabModel;
  loadFilter(rules: string): Promise<void>;
  /** The instances that are on. */
  running(): readonly Instance[];
  /** The emulated account; undefined as long as it does not run. */
  account(): EmulatorClient | undefined;
  log(line: string): void;
}

const CUTS: Partial<Record<NodeFault, Omit<Cut, 'from'>>> = {
  'files-away': { to: [LAB_ADDRESSES.files], how: 'vanish' },
  'database-away': { to: LAB_ADDRESSES.databases, how: 'vanish' },
  'mirror-away': { to: [INTERNET_ADDRESS], how: 'refuse' },
};
const ALL = 'all instances';
const COMMAND_SECONDS = 60;

/** The faults in force: for all instances, those to come included, or for one of them. */
export class Faults {
  /** Whom each fault in force is for: names of instances, or `ALL`. */
  private readonly scopes = new Map<NodeFault, Set<string>>();
  private readonly healers = new Map<NodeFault, () => Promise<unknown>>();
  /** Seconds that the user data of an instance has, less than its limit. */
  private readonly secondsLeft = new Map<string, number>();
  private readonly bootSeconds: number;
  private readonly onInstances: Partial<Record<NodeFault, InstanceFault>>;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly targets: FaultTargets) {
    const { userData, fleet } = targets.model;
    this.bootSeconds = userDataBootSeconds(userData) ?? fleet.bootSeconds;
    this.onInstances = instanceFaults(userDataPackages(userData), this.bootSeconds);
  }

  /** Names of the faults in force. */
  get inForce(): NodeFault[] {
    return [...this.scopes.keys()];
  }

  /** Whether an instance has to do with a fault. */
  meets(instance: string, fault: NodeFault): boolean {
    const scope = this.scopes.get(fault);
    return scope !== undefined && (scope.has(ALL) || scope.has(instance));
  }

  /** Brings about what an instance is to meet that has not booted yet. */
  async prepare(instance: string, { faults = [], secondsLeft }: LaunchInput): Promise<void> {
    if (secondsLeft !== undefined) this.secondsLeft.set(instance, secondsLeft);
    for (const fault of faults) await this.bring(faultNamed(fault), instance);
  }

  /** Brings a fault about, for one instance or for all of them. */
  bring(fault: NodeFault, instance: string = ALL): Promise<void> {
    return this.inTurn(async () => {
      const scope = this.scopes.get(fault) ?? new Set();
      if (scope.has(instance)) return;
      const heal = scope.size === 0 ? await this.ofAccount(fault) : undefined;
      if (heal !== undefined) this.healers.set(fault, heal);
      this.scopes.set(fault, scope.add(instance));
      await this.loadFilter();
      const met = this.targets.running().filter(({ name }) => instance === ALL || name === instance);
      await Promise.all(met.map((each) => this.onInstance(each, this.onInstances[fault]?.bring)));
      this.targets.log(`fault ${fault} is brought about for ${instance}`);
    });
  }

  /** Takes a fault back, for everybody. */
  heal(fault: NodeFault): Promise<void> {
    return this.inTurn(async () => {
      const met = this.targets.running().filter(({ name }) => this.meets(name, fault));
      if (!this.scopes.delete(fault)) return;
      await this.end(fault);
      await Promise.all(met.map((each) => this.onInstance(each, this.onInstances[fault]?.heal)));
    });
  }

  /** Takes back what is in force for an instance only, which is gone. */
  forget(instance: string): Promise<void> {
    return this.inTurn(async () => {
      for (const [fault, scope] of [...this.scopes]) {
        if (!scope.delete(instance) || scope.size > 0) continue;
        this.scopes.delete(fault);
        await this.end(fault);
      }
    });
  }

  /** Brings about on an instance what it meets; for one that has just begun to take commands. */
  async onReady(instance: Instance): Promise<void> {
    const secondsLeft = this.secondsLeft.get(instance.name);
    if (secondsLeft !== undefined) await this.onInstance(instance, slowBoot(this.bootSeconds - secondsLeft).bring);
    const met = this.inForce.filter((fault) => this.meets(instance.name, fault));
    await Promise.all(met.map((fault) => this.onInstance(instance, this.onInstances[fault]?.bring)));
  }

  private async ofAccount(fault: NodeFault): Promise<(() => Promise<unknown>) | undefined> {
    const { model } = this.targets;
    const client = this.targets.account();
    return client === undefined ? undefined : accountFaults(client, model)[fault]?.();
  }

  private async end(fault: NodeFault): Promise<void> {
    await this.healers.get(fault)?.();
    this.healers.delete(fault);
    await this.loadFilter();
    this.targets.log(`fault ${fault} is healed`);
  }

  private loadFilter(): Promise<void> {
    const cuts = [...this.scopes].flatMap(([fault, scope]) => {
      const cut = CUTS[fault];
      const from = LAB_ADDRESSES.nodes.filter(({ name }) => scope.has(ALL) || scope.has(name));
      return cut === undefined ? [] : [{ ...cut, from: from.map(({ address }) => address) }];
    });
    return this.targets.loadFilter(faultFilter(cuts));
  }

  private async onInstance(instance: Instance, command: string | undefined): Promise<void> {
    if (command === undefined || !instance.takesCommands) return;
    const { exitCode, output } = await instance.run(command, COMMAND_SECONDS);
    if (exitCode !== 0) throw new UserError(`'${command}' on ${instance.name} ended with ${exitCode}: ${output}`);
  }

  /** One change after another: the packet filter and the account must end up as the last one says. */
  private inTurn(change: () => Promise<void>): Promise<void> {
    const done = this.last.then(change);
    this.last = done.catch(() => undefined);
    return done;
  }
}

/** The fault of this name. */
export function faultNamed(name: string): NodeFault {
  const found = NODE_FAULTS.find((fault) => fault === name);
  if (found !== undefined) return found;
  const known = NODE_FAULTS.map((fault) => `'${fault}'`).join(', ');
  throw new UserError(`no fault is called '${name}'; choose one of ${known}`);
}
