import { addressRange, everyAddress, holds, type AddressRange, type Family } from './address-range';
import { EVERY_PORT, hasPorts, PROTOCOLS, type FilterRule, type PortRange } from './filter-rule';
import type { Network } from './network';
import type { End } from './way';

/** Addresses that nobody has on the internet (IANA, IPv4 Special-Purpose Address Registry). */
const NOT_ON_THE_INTERNET = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
].flatMap((cidr) => addressRange(cidr) ?? []);

/** All that the internet hands out of IPv6 (RFC 4291, section 2.4). */
const IPV6_INTERNET = addressRange('2000::/3') ?? everyAddress(6);

/** A protocol that no rule of ours names: for what rules say of all the others (RFC 3692, for experiments). */
const ANY_OTHER_PROTOCOL = 253;

/**
 * Packets in classes: what the rules of a network say of one packet they say of all of its class.
 *
 * Rules speak of ranges only. Between two neighbouring bounds of ranges nothing changes, so one packet there stands for all.
 */
export class Classes {
  readonly ports: readonly PortRange[];
  readonly protocols: Readonly<Record<Family, readonly number[]>>;
  private readonly addresses: Readonly<Record<Family, readonly AddressRange[]>>;

  constructor(private readonly network: Network) {
    const rules = rulesOf(network);
    const ranges = [
      ...rules.flatMap(({ peers }) => peers.flatMap((peer) => (peer.kind === 'range' ? [peer.range] : []))),
      ...network.subnets.flatMap(({ routes }) => routes.flatMap(({ destination }) => destination ?? [])),
      ...network.subnets.flatMap((subnet) => subnet.ranges),
      ...NOT_ON_THE_INTERNET,
      IPV6_INTERNET,
    ];
    this.ports = portClasses(rules);
    this.protocols = { 4: protocolsOf(rules, PROTOCOLS.icmp), 6: protocolsOf(rules, PROTOCOLS.icmpv6) };
    this.addresses = { 4: addressClasses(ranges, 4), 6: addressClasses(ranges, 6) };
  }

  /** One range for each class of addresses of one end. */
  addressesOf(end: End, family: Family): readonly AddressRange[] {
    const all = this.addresses[family];
    if (end === 'internet') return all.filter((range) => this.isInternet(range));
    const own = end.subnet.ranges.filter((range) => range.family === family);
    return all.filter(({ first }) => own.some((range) => holds(range, first)));
  }

  /** Classes of ports for a protocol; one where it has none. */
  portsOf(protocol: number): readonly PortRange[] {
    return hasPorts(protocol) ? this.ports : [EVERY_PORT];
  }

  private isInternet({ family, first }: AddressRange): boolean {
    const within = (ranges: readonly AddressRange[]): boolean =>
      ranges.some((range) => range.family === family && holds(range, first));
    if (family === 6 ? !holds(IPV6_INTERNET, first) : within(NOT_ON_THE_INTERNET)) return false;
    return !within(this.network.subnets.flatMap(({ ranges }) => ranges));
  }
}

function rulesOf({ subnets, hosts, rules }: Network): readonly FilterRule[] {
  const groups = new Set(hosts.flatMap((host) => host.groups ?? []));
  return [
    ...subnets.flatMap(({ acl }) => (acl === undefined ? [] : [...acl.ingress, ...acl.egress])),
    ...[...groups].flatMap((group) => [...rules.of(group, 'ingress'), ...rules.of(group, 'egress')]),
  ];
}

function portClasses(rules: readonly FilterRule[]): readonly PortRange[] {
  const bounds = rules.flatMap(({ ports }) => (ports === 'unclear' ? [] : [ports.first, ports.last + 1]));
  const starts = [...new Set([EVERY_PORT.first, 1024, ...bounds])].filter((port) => port <= EVERY_PORT.last);
  const ordered = starts.toSorted((left, right) => left - right);
  return ordered.map((first, index) => ({ first, last: (ordered[index + 1] ?? EVERY_PORT.last + 1) - 1 }));
}

function protocolsOf(rules: readonly FilterRule[], icmp: number): readonly number[] {
  const own = rules.flatMap(({ protocol }) => (typeof protocol === 'number' ? [protocol] : []));
  const foreign = icmp === PROTOCOLS.icmp ? PROTOCOLS.icmpv6 : PROTOCOLS.icmp;
  const all = [PROTOCOLS.tcp, PROTOCOLS.udp, icmp, ...own, ANY_OTHER_PROTOCOL];
  return [...new Set(all)].filter((protocol) => protocol !== foreign).toSorted((left, right) => left - right);
}

function addressClasses(ranges: readonly AddressRange[], family: Family): readonly AddressRange[] {
  const whole = everyAddress(family);
  const bounds = ranges.filter((range) => range.family === family).flatMap(({ first, last }) => [first, last + 1n]);
  const starts = [...new Set([whole.first, ...bounds])].filter((address) => address <= whole.last);
  const ordered = starts.toSorted((left, right) => (left < right ? -1 : 1));
  return ordered.map((first, index) => ({ family, first, last: (ordered[index + 1] ?? whole.last + 1n) - 1n }));
}
