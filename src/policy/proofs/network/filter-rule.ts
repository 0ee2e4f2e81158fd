import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { addressRange, holds, type AddressRange, type Family } from './address-range';

/** Numbers of the protocols that have a name in rules (IANA, Protocol Numbers). */
export const PROTOCOLS = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

/** Ports, or types of ICMP messages, from `first` to `last`. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

export const EVERY_PORT: PortRange = { first: 0, last: 65_535 };

/** Whom a rule is about. */
export type Peer =
  | { readonly kind: 'range'; readonly range: AddressRange }
  | { readonly kind: 'group'; readonly group: Resource }
  | { readonly kind: 'unclear' };

/** One rule of a security group or an entry of a network ACL. */
export interface FilterRule {
  readonly action: 'allow' | 'deny' | 'unclear';
  readonly peers: readonly Peer[];
  /** Protocol number; `any`, or `unclear` while it is not known. */
  readonly protocol: number | 'any' | 'unclear';
  readonly ports: PortRange | 'unclear';
  /** What people call it: `entry 100 of aws_network_acl.Public`. */
  readonly name: string;
}

/** What a filter sees of a packet: the far end, the protocol and the port of the destination. */
export interface Sight {
  readonly family: Family;
  readonly address: bigint;
  /** Security groups of the far end; undefined while they are not known. */
  readonly groups: readonly Resource[] | undefined;
  readonly protocol: number;
  readonly port: number;
}

/** Whether a rule is about a packet. */
export function matches({ peers, protocol, ports }: FilterRule, sight: Sight): boolean | 'unclear' {
  const answers = [
    protocol === 'unclear' ? protocol : protocol === 'any' || protocol === sight.protocol,
    ports === 'unclear' ? ports : !hasPorts(sight.protocol) || (ports.first <= sight.port && sight.port <= ports.last),
    anyPeer(peers.map((peer) => isPeer(peer, sight))),
  ];
  if (answers.includes(false)) return false;
  return answers.includes('unclear') ? 'unclear' : true;
}

/** Whether rules tell packets of a protocol apart by a number: a port, or the type of an ICMP message. */
export function hasPorts(protocol: number): boolean {
  return (Object.values(PROTOCOLS) as number[]).includes(protocol);
}

/** The number of a protocol as rules write it. */
export function protocolNumber(value: Value): FilterRule['protocol'] {
  if (value.isUnset || value.is('-1', 'all')) return 'any';
  const { text } = value;
  if (text === undefined) return 'unclear';
  return (PROTOCOLS as Readonly<Record<string, number>>)[text.toLowerCase()] ?? value.number ?? 'unclear';
}

/** Whom a CIDR block stands for. */
export function cidrPeer(value: Value): Peer {
  const range = value.text === undefined ? undefined : addressRange(value.text);
  return range === undefined ? { kind: 'unclear' } : { kind: 'range', range };
}

function isPeer(peer: Peer, { family, address, groups }: Sight): boolean | 'unclear' {
  if (peer.kind === 'unclear') return 'unclear';
  if (peer.kind === 'range') return peer.range.family === family && holds(peer.range, address);
  return groups === undefined ? 'unclear' : groups.includes(peer.group);
}

function anyPeer(answers: readonly (boolean | 'unclear')[]): boolean | 'unclear' {
  if (answers.includes(true)) return true;
  return answers.includes('unclear') ? 'unclear' : false;
}
