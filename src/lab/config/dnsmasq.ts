import type { LabModel } from '../model/lab-model';
import type { LabAddresses } from './addresses';

/** Files of the name server, and names besides those of the model. */
export interface DnsmasqOptions {
  /** The file that `databaseHosts` fills; read again at SIGHUP. */
  readonly hostsFile: string;
  readonly leaseFile: string;
  /** Names outside of AWS that nodes may ask for, such as package mirrors, with their addresses. */
  readonly names: Readonly<Record<string, string>>;
}

/** Seconds for which nodes keep an address: RDS's own, so that a fail-over is seen as on AWS. */
export const NAME_SECONDS = 5;

/** How long a lease lasts in a VPC, in seconds. */
const LEASE_SECONDS = 3600;

/**
 * Configuration of dnsmasq: DHCP for the nodes by their MAC addresses, and names as a VPC's resolver would answer them.
 *
 * Whatever ends in amazonaws.com is the TLS front, but for the parts of the site that have their own; every name that
 * is not known does not exist. Nothing is ever asked of a server outside.
 */
export function dnsmasqConfig(model: LabModel, addresses: LabAddresses, options: DnsmasqOptions): string {
  const { region, balancer, files } = model;
  const { bridge, gateway, nodes } = addresses;
  const last = nodes.map(({ address }) => address);
  return lines([
    'keep-in-foreground',
    'user=root',
    'no-resolv',
    'no-hosts',
    'no-ping',
    `interface=${bridge}`,
    'except-interface=lo',
    'bind-interfaces',
    `local-ttl=${NAME_SECONDS}`,
    `addn-hosts=${options.hostsFile}`,
    // any name without an address of its own does not exist
    'address=/#/',
    `address=/amazonaws.com/${addresses.aws}`,
    ...[balancer.dnsName, ...balancer.hostNames].map((name) => `address=/${plain(name)}/${addresses.balancer}`),
    ...(files === undefined ? [] : [`address=/${files.host}/${addresses.files}`]),
    ...Object.entries(options.names).map(([name, address]) => `address=/${name}/${address}`),
    'dhcp-authoritative',
    `dhcp-leasefile=${options.leaseFile}`,
    // addresses go to known nodes only
    `dhcp-range=${last[0] ?? gateway},static,${LEASE_SECONDS}`,
    ...nodes.map(({ mac, address }) => `dhcp-host=${mac},${address},${privateHostName(address)}`),
    `dhcp-option=option:router,${gateway}`,
    `dhcp-option=option:dns-server,${gateway}`,
    `dhcp-option=option:domain-name,${privateDomain(region)}`,
    ...nodes.map(({ address }) => `address=/${privateHostName(address)}.${privateDomain(region)}/${address}`),
  ]);
}

/** Which database serves, as a hosts file: a fail-over is another address here and a SIGHUP to dnsmasq. */
export function databaseHosts({ database }: LabModel, address: string): string {
  return `${address} ${database.host}\n`;
}

/** Host name that EC2 gives to an instance by its address. */
export function privateHostName(address: string): string {
  return `ip-${address.replaceAll('.', '-')}`;
}

/** Domain of the instances of a region. Source: Amazon EC2 user guide, "EC2 instance hostnames and domains". */
export function privateDomain(region: string): string {
  return region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
}

/** dnsmasq answers for everything below a name, which is more than a wildcard of a listener rule needs. */
function plain(host: string): string {
  return host.replace(/^\*\./, '');
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
