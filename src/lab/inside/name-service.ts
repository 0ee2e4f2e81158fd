import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTERNET_ADDRESS, LAB_ADDRESSES, LEASE_RANGE } from '../addresses';
import type { LabModel } from '../model/lab-model';
import { DATA, type Root } from './root';
import type { Services } from './services';

const NAME = 'dnsmasq';
/** Seconds that instances keep an address: RDS answers with 5. */
const TTL_SECONDS = 5;
const HOSTS = 'hosts';

/** DHCP and DNS of the lab. */
export class NameService {
  private readonly changing = new Map<string, string>();

  constructor(
    private readonly root: Root,
    private readonly services: Services,
    private readonly model: LabModel,
  ) {}

  start(): void {
    this.write();
    writeFileSync(join(this.root.data, 'dnsmasq.conf'), `${this.configuration().join('\n')}\n`);
    this.services.start(NAME, 'dnsmasq', ['--keep-in-foreground', `--conf-file=${DATA}/dnsmasq.conf`]);
  }

  /** Lets a name lead to another address from now on; caches forget the old one within seconds. */
  point(name: string, address: string): void {
    this.changing.set(name, address);
    this.write();
    this.services.signal(NAME, 'SIGHUP');
  }

  private write(): void {
    const lines = [...this.changing].map(([name, address]) => `${address} ${name}\n`);
    writeFileSync(join(this.root.data, HOSTS), lines.join(''));
  }

  private configuration(): string[] {
    const { bridge, gateway, aws, files, balancer, nodes } = LAB_ADDRESSES;
    const { model } = this;
    const site = [model.balancer.dnsName, ...model.balancer.hostNames];
    const names: (readonly [string, string])[] = [
      ['amazonaws.com', aws],
      ['debian.org', INTERNET_ADDRESS],
      ...site.map((name) => [name, balancer] as const),
      ...(model.files === undefined ? [] : [[model.files.host, files] as const]),
    ];
    const leases = nodes.map(({ mac, address }) => `dhcp-host=${mac},${address}`);
    return [
      'no-resolv',
      'no-hosts',
      'user=root',
      `interface=${bridge}`,
      'except-interface=lo',
      'bind-interfaces',
      `listen-address=${gateway}`,
      `addn-hosts=${DATA}/${HOSTS}`,
      `local-ttl=${TTL_SECONDS}`,
      `dhcp-range=${LEASE_RANGE.join(',')},1h`,
      `dhcp-option=3,${gateway}`,
      `dhcp-option=6,${gateway}`,
      'dhcp-leasefile=/run/dnsmasq.leases',
      ...leases,
      ...names.map(([name, address]) => `address=/${name}/${address}`),
      'log-facility=-',
    ];
  }
}
