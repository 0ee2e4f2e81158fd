import { appendFileSync, mkdirSync } from 'node:fs';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { messageOf, UserError } from '../../core/errors';
import { startEmulator } from '../../sandbox/emulator-process';
import { INTERNET_ADDRESS, LAB_ADDRESSES } from '../addresses';
import { hasDatabase } from '../model/lab-model';
import { METADATA_ADDRESS } from '../config/addresses';
import type { LaunchInput } from '../control';
import { forwarder } from '../forward';
import { issueCertificate, makeAuthority } from '../host/certificates';
import { AGENT_PACKAGES } from '../images/services-image';
import { type RunParameters, runFiles, sockets } from '../run-parameters';
import { Balancer } from './balancer';
import { awsFront, awsNames } from './cloud/aws-front';
import { EmulatorClient, type RoleCredentials } from './cloud/emulator';
import { instanceMetadata } from './cloud/instance-metadata';
import { metadataServer } from './cloud/metadata-server';
import { roleArn, seedEmulator } from './cloud/seed';
import { DatabasePair } from './data/database-pair';
import { FileSystem } from './data/file-system';
import { DEBIAN_NAMES, debianFronts } from './debian-front';
import { Faults } from './faults/faults';
import { layNetwork, loadRules } from './network';
import { NameService } from './name-service';
import { Fleet } from './nodes/fleet';
import { watchHealth } from './nodes/health';
import type { Instance } from './nodes/instance';
import { Root } from './root';
import { Services } from './services';

/** Everything that runs inside the namespaces of a lab. */
export class LabInside {
  readonly fleet: Fleet;
  readonly services: Services;
  readonly balancer: Balancer;
  /** Undefined when instances use none. */
  readonly database: DatabasePair | undefined;
  readonly faults: Faults;
  /** Undefined when instances mount no file system. */
  readonly files: FileSystem | undefined;
  emulator: EmulatorClient | undefined;
  private readonly root: Root;
  private readonly names: NameService;
  private readonly logs: string;
  private readonly drafts: string;
  private credentials: RoleCredentials | undefined;

  constructor(private readonly parameters: RunParameters) {
    const { model, images, runDirectory } = parameters;
    this.logs = runFiles(runDirectory).logs;
    this.drafts = join(runDirectory, 'certificates');
    this.root = new Root(parameters);
    this.services = new Services(this.root, this.logs);
    this.names = new NameService(this.root, this.services, model);
    this.balancer = new Balancer(this.root, this.services, model);
    if (hasDatabase(model)) {
      this.database = new DatabasePair(this.root, this.services, this.names, model, images.services);
    }
    const log = (line: string): void => this.log('lab', line);
    if (model.files !== undefined) this.files = new FileSystem(this.root, this.services, model.files, log);
    const events = {
      onReady: (instance: Instance): void =>
        void this.faults.onReady(instance).catch((error: unknown) => log(messageOf(error))),
      onTermination: (instance: Instance): Promise<void> => this.terminating(instance),
    };
    this.fleet = new Fleet(this.root, parameters, this.logs, events, log);
    this.faults = new Faults({
      model,
      loadFilter: (rules) => loadRules(this.root, rules),
      running: () => this.fleet.running,
      account: () => this.emulator,
      log,
    });
  }

  /** Brings up everything, instances last; answers before those have booted. */
  async start(): Promise<void> {
    const { parameters, root, drafts } = this;
    const { model, images } = parameters;
    mkdirSync(drafts, { recursive: true, mode: 0o700 });
    await root.mount();
    await layNetwork(root, parameters.packetFilter);
    this.names.start();
    const databaseAuthority = await makeAuthority(drafts, 'database');
    await Promise.all([
      this.database?.start(databaseAuthority, drafts),
      this.files?.start(images.authority, drafts),
      this.balancer.start(images.authority, drafts),
      this.startCloud(databaseAuthority.certificate),
      this.startDownloads(),
    ]);
    await this.startDoors();
    watchHealth(this.fleet, model);
    for (let count = 0; count < parameters.instances; count += 1) await this.launch();
  }

  /** Launches an instance; the faults it meets are there before it boots. */
  launch(input: LaunchInput = {}): Promise<Instance> {
    return this.fleet.launch({
      image: input.image,
      prepare: ({ name }) => this.faults.prepare(name, input),
    });
  }

  /** What the balancer thinks of every instance. */
  async targets(): Promise<Readonly<Record<string, string>>> {
    const states = await this.balancer.targets();
    return Object.fromEntries(this.fleet.status().map(({ name }) => [name, states[name] ?? 'unknown']));
  }

  log(file: string, line: string): void {
    appendFileSync(join(this.logs, `${file}.log`), `${new Date().toISOString()} ${line}\n`);
  }

  private async startCloud(databaseAuthority: string): Promise<void> {
    const { model, images, python } = this.parameters;
    const { port } = await startEmulator({
      python,
      accountId: model.accountId,
      logFile: join(this.logs, 'emulator.log'),
      endWithParent: true,
      variables: process.env,
    });
    this.emulator = new EmulatorClient(`http://127.0.0.1:${port}`, model.region);
    await seedEmulator(this.emulator, model, this.parameters.objects);
    // one session for all: once the emulator checks, nobody but EC2 may assume the role
    this.credentials = await this.emulator.assume(roleArn(model), 'instance');
    await this.emulator.becomeOwner();
    await this.emulator.enforce();
    const front = awsFront({
      certificate: await issueCertificate(images.authority, awsNames(model.region), this.drafts),
      emulatorPort: port,
      region: model.region,
      databaseAuthority,
      agentPackages: join(images.services, AGENT_PACKAGES),
      log: (line) => this.log('aws', line),
      corruptsArchives: (address) => {
        const instance = this.fleet.byAddress(address);
        return instance !== undefined && this.faults.meets(instance.name, 'bad-checksum');
      },
      onLifecycleAction: (id, result) => this.completed(id, result),
    });
    const metadata = metadataServer({
      treeOf: (address) => {
        const instance = this.fleet.byAddress(address);
        if (instance === undefined || this.credentials === undefined) return undefined;
        return instanceMetadata(model, instance.identity, this.credentials);
      },
      log: (line) => this.log('metadata', line),
    });
    await Promise.all([listen(front, 443, LAB_ADDRESSES.aws), listen(metadata, 80, METADATA_ADDRESS)]);
  }

  private async startDownloads(): Promise<void> {
    const { images, socketDirectory } = this.parameters;
    const certificate = await issueCertificate(images.authority, [...DEBIAN_NAMES], this.drafts);
    const { plain, tls } = debianFronts(sockets(socketDirectory).mirror, certificate);
    await Promise.all([listen(plain, 80, INTERNET_ADDRESS), listen(tls, 443, INTERNET_ADDRESS)]);
  }

  /** Sockets on this machine that lead to the balancer, as if from the internet. */
  private async startDoors(): Promise<void> {
    const { model, socketDirectory } = this.parameters;
    for (const port of model.balancer.listenerPorts) {
      const door = forwarder({ host: LAB_ADDRESSES.balancer, port, localAddress: INTERNET_ADDRESS });
      await new Promise<void>((resolve, reject) => {
        door.once('error', reject);
        door.listen(sockets(socketDirectory).balancer(port), resolve);
      });
    }
  }

  private async terminating(instance: Instance): Promise<void> {
    await this.balancer.deregister(instance.identity.node);
    await this.faults.forget(instance.name);
  }

  private completed(instanceId: string, result: string): void {
    const instance = this.fleet.byId(instanceId);
    // a hook is completed once: later there is no action to complete
    if (instance === undefined || instance.launchHook !== undefined) return;
    instance.launchHook = result;
    this.log('lab', `${instance.name} completes its launch hook with ${result}`);
    // Auto Scaling registers an instance once its hook lets it into service
    if (result === 'CONTINUE') void this.balancer.register(instance.identity.node);
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new UserError(`the lab cannot listen on ${host}:${port}: ${error.message}`)),
    );
    server.listen(port, host, resolve);
  });
}
