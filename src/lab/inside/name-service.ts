import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTERNET_ADDRESS, LAB_ADDRESSES } from '../addresses';
import { databaseHosts, dnsmasqConfig } from '../config/dnsmasq';
import type { LabModel, LabModelWithDatabase } from '../model/lab-model';
import { DEBIAN_NAMES } from './debian-front';
import { DATA, type Root } from './root';
import type { Services } from './services';

const NAME = 'dnsmasq';
const HOSTS = 'hosts';

/** DHCP and DNS of the lab. */
export class NameService {
  constructor(
    private readonly root: Root,
    private readonly services: Services,
    private readonly model: LabModel,
  ) {}

  start(): void {
    writeFileSync(join(this.root.data, HOSTS), '');
    const configuration = dnsmasqConfig(this.model, LAB_ADDRESSES, {
      hostsFile: `${DATA}/${HOSTS}`,
      leaseFile: '/run/dnsmasq.leases',
      names: Object.fromEntries(DEBIAN_NAMES.map((name) => [name, INTERNET_ADDRESS])),
    });
    writeFileSync(join(this.root.data, 'dnsmasq.conf'), `${configuration}log-facility=-\n`);
    this.services.start(NAME, 'dnsmasq', [`--conf-file=${DATA}/dnsmasq.conf`]);
  }

  /** Lets the database's name lead to another server; caches forget the old one within seconds. */
  pointDatabase(model: LabModelWithDatabase, address: string): void {
    writeFileSync(join(this.root.data, HOSTS), databaseHosts(model, address));
    this.services.signal(NAME, 'SIGHUP');
  }
}
