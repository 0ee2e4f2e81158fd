import type { Readable } from '../../model/block';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { named } from './belonging';
import { cidrPeer, EVERY_PORT, PROTOCOLS, protocolNumber, type FilterRule, type Peer } from './filter-rule';

export type Direction = 'ingress' | 'egress';

const GROUP_TYPES = ['aws_security_group', 'aws_default_security_group'];

/** What the rules of the security groups in a graph say, however they are written. */
export class SecurityGroupRules {
  private readonly cache = new Map<Resource, Record<Direction, readonly FilterRule[]>>();

  constructor(private readonly graph: ResourceGraph) {}

  /** The groups a network interface is in; undefined when not all are known. */
  groupsOf(settings: Readable, attribute: string): readonly Resource[] | undefined {
    const { resources, unclear } = named(this.graph, settings.get(attribute), ...GROUP_TYPES);
    return unclear || resources.length === 0 ? undefined : resources;
  }

  /** The rules of a group in one direction. */
  of(group: Resource, direction: Direction): readonly FilterRule[] {
    const present = this.cache.get(group);
    if (present !== undefined) return present[direction];
    const rules = { ingress: this.read(group, 'ingress'), egress: this.read(group, 'egress') };
    this.cache.set(group, rules);
    return rules[direction];
  }

  private read(group: Resource, direction: Direction): readonly FilterRule[] {
    const inline = group.blocks(direction).map((block) => this.rule(block, group, nameOf(group, direction), INLINE));
    const older = this.graph
      .ofType('aws_security_group_rule')
      .filter((rule) => !rule.get('type').is(direction === 'ingress' ? 'egress' : 'ingress'));
    const single = this.graph.ofType(`aws_vpc_security_group_${direction}_rule`);
    return [...inline, ...this.separate(older, group, INLINE), ...this.separate(single, group, SINGLE)];
  }

  private separate(rules: readonly Resource[], group: Resource, words: Words): readonly FilterRule[] {
    return rules.flatMap((rule) => {
      const owners = named(this.graph, rule.get('security_group_id'), ...GROUP_TYPES);
      if (owners.resources.includes(group)) return [this.rule(rule, group, rule.address, words)];
      // a rule of a group that is not known may belong to any
      return owners.unclear ? [{ ...this.rule(rule, group, rule.address, words), peers: [{ kind: 'unclear' }] }] : [];
    });
  }

  private rule(settings: Readable, group: Resource, name: string, words: Words): FilterRule {
    const protocol = protocolNumber(settings.get(words.protocol));
    return { action: 'allow', peers: this.peers(settings, group, words), protocol, ports: portsOf(settings), name };
  }

  private peers(settings: Readable, group: Resource, { cidrs, groups, lists }: Words): readonly Peer[] {
    const referenced = named(this.graph, settings.get(groups), ...GROUP_TYPES);
    return [
      ...cidrs.flatMap((attribute) => settings.get(attribute).items.map(cidrPeer)),
      ...referenced.resources.map((each): Peer => ({ kind: 'group', group: each })),
      ...(settings.get('self').is(true) ? [{ kind: 'group', group } as const] : []),
      ...(referenced.unclear || settings.get(lists).isSet ? [{ kind: 'unclear' } as const] : []),
    ];
  }
}

/** What attributes are called in one way of writing rules. */
interface Words {
  readonly protocol: string;
  readonly cidrs: readonly string[];
  readonly groups: string;
  readonly lists: string;
}

const SINGLE: Words = {
  protocol: 'ip_protocol',
  cidrs: ['cidr_ipv4', 'cidr_ipv6'],
  groups: 'referenced_security_group_id',
  lists: 'prefix_list_id',
};

const INLINE: Words = {
  protocol: 'protocol',
  cidrs: ['cidr_blocks', 'ipv6_cidr_blocks'],
  groups: 'security_groups',
  lists: 'prefix_list_ids',
};

function nameOf(group: Resource, direction: Direction): string {
  return `${group.address}.${direction}`;
}

/** For ICMP the first number is the type of the message and the second its code, of which any counts. */
function portsOf(settings: Readable): FilterRule['ports'] {
  const protocol = settings.get('ip_protocol').isSet ? settings.get('ip_protocol') : settings.get('protocol');
  const [from, to] = [settings.get('from_port'), settings.get('to_port')];
  const number = protocolNumber(protocol);
  if (number === 'any' || from.is(-1)) return EVERY_PORT;
  if (from.isUnclear || to.isUnclear) return 'unclear';
  const first = from.number ?? EVERY_PORT.first;
  if (number === PROTOCOLS.icmp || number === PROTOCOLS.icmpv6) return { first, last: first };
  return { first, last: to.number ?? EVERY_PORT.last };
}
