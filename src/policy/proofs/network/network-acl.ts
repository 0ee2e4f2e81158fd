import type { Readable } from '../../model/block';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { everyAddress } from './address-range';
import { named } from './belonging';
import { cidrPeer, EVERY_PORT, matches, PROTOCOLS, protocolNumber, type FilterRule, type Sight } from './filter-rule';
import type { Opinion } from './opinion';
import type { Direction } from './security-group-rules';

/** The entries of one direction, in the order in which they are tried. */
export type AclEntries = readonly FilterRule[];

/** A network ACL: it keeps no connection state, so answers need entries of their own. */
export interface NetworkAcl {
  readonly name: string;
  readonly ingress: AclEntries;
  readonly egress: AclEntries;
}

/** The ACL that AWS makes with a VPC lets everything pass. */
export const ACL_OF_AWS: NetworkAcl = { name: 'the default ACL of the VPC', ...allowAll() };

/** Reads an `aws_network_acl` or `aws_default_network_acl` with the entries that are resources of their own. */
export function networkAcl(resource: Resource, graph: ResourceGraph): NetworkAcl {
  const own = graph.ofType('aws_network_acl_rule').filter((rule) => {
    const { resources, unclear } = named(graph, rule.get('network_acl_id'), 'aws_network_acl');
    return resources.includes(resource) || unclear;
  });
  const entries = (direction: Direction): AclEntries =>
    [
      ...resource.blocks(direction).map((block) => entry(block, 'rule_no', 'action', resource.address)),
      ...own
        .filter((rule) => rule.get('egress').is(true) === (direction === 'egress'))
        .map((rule) => entry(rule, 'rule_number', 'rule_action', rule.address)),
    ]
      .toSorted((left, right) => left.number - right.number)
      .map(({ rule }) => rule);
  return { name: resource.address, ingress: entries('ingress'), egress: entries('egress') };
}

const DECISIONS: Readonly<Record<FilterRule['action'], Opinion>> = {
  allow: 'passes',
  deny: 'blocked',
  unclear: 'unclear',
};

/** What an ACL says, and the entry that decides: the first that is about the packet, or none, which blocks. */
export function aclOpinion(entries: AclEntries, sight: Sight): { readonly opinion: Opinion; readonly by: string } {
  const [first, ...rest] = entries;
  if (first === undefined) return { opinion: 'blocked', by: 'no entry lets it pass' };
  const about = matches(first, sight);
  const decided = DECISIONS[first.action];
  if (about === true) return { opinion: decided, by: first.name };
  const later = aclOpinion(rest, sight);
  return about === false || later.opinion === decided ? later : { opinion: 'unclear', by: first.name };
}

function entry(
  settings: Readable,
  number: string,
  action: string,
  acl: string,
): { readonly number: number; readonly rule: FilterRule } {
  const protocol = protocolNumber(settings.get('protocol'));
  const place = settings.get(number).number ?? 0;
  const cidrs = [...settings.get('cidr_block').items, ...settings.get('ipv6_cidr_block').items];
  const unclear = settings.get(number).isUnclear || settings.get(action).isUnclear;
  const rule: FilterRule = {
    action: unclear ? 'unclear' : settings.get(action).is('deny') ? 'deny' : 'allow',
    peers: cidrs.map(cidrPeer),
    protocol,
    ports: portsOf(settings, protocol),
    name: `entry ${place} of ${acl}`,
  };
  return { number: place, rule };
}

function portsOf(settings: Readable, protocol: FilterRule['protocol']): FilterRule['ports'] {
  if (protocol === 'any') return EVERY_PORT;
  const icmp = protocol === PROTOCOLS.icmp || protocol === PROTOCOLS.icmpv6;
  const [from, to] = icmp
    ? [settings.get('icmp_type'), settings.get('icmp_type')]
    : [settings.get('from_port'), settings.get('to_port')];
  // an entry about one code of a type says nothing of the others
  const code = settings.get('icmp_code');
  if (from.isUnclear || to.isUnclear || (icmp && code.isSet && !code.is(-1))) return 'unclear';
  if (icmp && (from.isUnset || from.is(-1))) return EVERY_PORT;
  return { first: from.number ?? EVERY_PORT.first, last: to.number ?? EVERY_PORT.last };
}

function allowAll(): Omit<NetworkAcl, 'name'> {
  const peers = ([4, 6] as const).map((family) => ({ kind: 'range', range: everyAddress(family) }) as const);
  const entries: AclEntries = [
    { action: 'allow', peers, protocol: 'any', ports: EVERY_PORT, name: 'the default ACL of the VPC' },
  ];
  return { ingress: entries, egress: entries };
}
