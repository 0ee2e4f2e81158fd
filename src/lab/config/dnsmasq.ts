import type { LabModel, LabModelWithDatabase } from '../model/lab-model';
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
const NAME_SECONDS = 5;

/** How long a lease lasts in a VPC, in seconds. */
const LEASE_SECONDS = 3600;

/**
 * Configuration of dnsmasq: DHCP for the nodes by their MAC addresses, and names as a VPC's resolver would answer them.
 *
 * Whatever ends in amazonaws.com is the TLS front, but for the parts of the site that have their own; every name that
 * is not known does not exist. Nothing is ever asked of a server outside.
 */
export function dnsmasqConfig(model: LabModel, addresses: LabAddresses, options: DnsmasqOptions): string {
  const { region } = model;
  const { bridge, gateway, nodes } = addresses;
  const records = Object.entries(knownNames(model, addresses, options));
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
    ...wildcards(model).map((name) => `address=/${name}/${addresses.balancer}`),
    // a record exists, so that there is no IPv6 address; below a wildcard such a question gets 'no such name'
    ...records.map(([name, address]) => `host-record=${name},${address}`),
    'dhcp-authoritative',
    `dhcp-leasefile=${options.leaseFile}`,
    // addresses go to known nodes only
    `dhcp-range=${nodes[0]?.address ?? gateway},static,${LEASE_SECONDS}`,
    ...nodes.map(({ mac, address }) => `dhcp-host=${mac},${address},${privateHostName(address)}`),
    `dhcp-option=option:router,${gateway}`,
    `dhcp-option=option:dns-server,${gateway}`,
    `dhcp-option=option:domain-name,${privateDomain(region)}`,
  ]);
}

/** Every name that is known in full, but for the database's, with its address. */
function knownNames(model: LabModel, addresses: LabAddresses, { names }: DnsmasqOptions): Record<string, string> {
  const { region, balancer, files } = model;
  const exact = [balancer.dnsName, ...balancer.hostNames].filter((name) => !name.startsWith('*.'));
  const all = (list: readonly string[], address: string): Record<string, string> =>
    Object.fromEntries(list.map((name) => [name, address]));
  return {
    ...all(serviceNames(model), addresses.aws),
    ...all(exact, addresses.balancer),
    ...(files === undefined ? {} : { [files.host]: addresses.files }),
    ...Object.fromEntries(
      addresses.nodes.map(({ address }) => [`${privateHostName(address)}.${privateDomain(region)}`, address]),
    ),
    ...names,
  };
}

/** Names of listener rules that stand for many; dnsmasq answers for everything below one. */
function wildcards({ balancer }: LabModel): string[] {
  return balancer.hostNames.filter((name) => name.startsWith('*.')).map((name) => name.slice(2));
}

/** Services whose host name is not the prefix of their actions. */
const HOSTS: Readonly<Record<string, string>> = { cloudwatch: 'monitoring' };

/** Host names of the services that the role's policies speak of, of the buckets, and of files that AWS serves to anybody. */
export function serviceNames({ region, seed }: LabModel): string[] {
  const services = seed.role.policies.flatMap((policy) => [...policy.matchAll(/"([a-z0-9-]+):[A-Z*]\w*/g)]);
  const prefixes = new Set(services.map(([, prefix = '']) => HOSTS[prefix] ?? prefix));
  const buckets = [...seed.buckets, `amazoncloudwatch-agent-${region}`];
  return [
    ...[...prefixes].filter((prefix) => prefix !== 'aws').map((prefix) => `${prefix}.${region}.amazonaws.com`),
    ...buckets.map((bucket) => `${bucket}.s3.${region}.amazonaws.com`),
    'truststore.pki.rds.amazonaws.com',
  ].sort();
}

/** Which database serves, as a hosts file: a fail-over is another address here and a SIGHUP to dnsmasq. */
export function databaseHosts({ database }: LabModelWithDatabase, address: string): string {
  return `${address} ${database.host}\n`;
}

/** Host name that EC2 gives to an instance by its address. */
function privateHostName(address: string): string {
  return `ip-${address.replaceAll('.', '-')}`;
}

/** Domain of the instances of a region. Source: Amazon EC2 user guide, "EC2 instance hostnames and domains". */
function privateDomain(region: string): string {
  return region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
