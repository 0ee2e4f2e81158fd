import type { Readable } from '../model/block';
import type { Resource } from '../model/resource';
import type { ResourceGraph } from '../model/resource-graph';
import type { Value } from '../model/value';

/** Types that hold rules for what comes in. */
export const INGRESS_TYPES: readonly string[] = [
  'aws_security_group',
  'aws_default_security_group',
  'aws_security_group_rule',
  'aws_vpc_security_group_ingress_rule',
];

/** Types that hold rules for what goes out. */
export const EGRESS_TYPES: readonly string[] = [
  'aws_security_group',
  'aws_default_security_group',
  'aws_security_group_rule',
  'aws_vpc_security_group_egress_rule',
];

/** One rule of a security group, however it is written. */
export interface GroupRule {
  readonly settings: Readable;
  /** Groups it belongs to, as far as the model knows them. */
  readonly groups: readonly Resource[];
  /** CIDR blocks that it lets in or out, IPv4 and IPv6. */
  readonly ranges: readonly AddressRange[];
  readonly protocol: Value;
  readonly from: Value;
  readonly to: Value;
}

/** A CIDR block and where it stands. */
export interface AddressRange {
  readonly attribute: string;
  readonly value: Value;
}

/** Ports from the first to the last. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** These have types and codes where others have ports. */
const WITHOUT_PORTS = ['icmp', 'icmpv6', '1', '58'];

/** The rules for what comes in that a resource holds; none for one that is about what goes out. */
export function ingressOf(resource: Resource, graph: ResourceGraph): readonly GroupRule[] {
  return rulesOf(resource, graph, 'ingress');
}

/** The rules for what goes out that a resource holds; none for one that is about what comes in. */
export function egressOf(resource: Resource, graph: ResourceGraph): readonly GroupRule[] {
  return rulesOf(resource, graph, 'egress');
}

function rulesOf(resource: Resource, graph: ResourceGraph, direction: 'ingress' | 'egress'): readonly GroupRule[] {
  const groups = graph.targetsOf(resource.get('security_group_id'));
  if (resource.type === `aws_vpc_security_group_${direction}_rule`) {
    return [groupRule(resource, groups, ['cidr_ipv4', 'cidr_ipv6'], 'ip_protocol')];
  }
  if (resource.type === 'aws_security_group_rule') {
    const { text = direction } = resource.get('type');
    return text === direction ? [groupRule(resource, groups, ['cidr_blocks', 'ipv6_cidr_blocks'], 'protocol')] : [];
  }
  return resource
    .blocks(direction)
    .map((block) => groupRule(block, [resource], ['cidr_blocks', 'ipv6_cidr_blocks'], 'protocol'));
}

function groupRule(
  settings: Readable,
  groups: readonly Resource[],
  cidrs: readonly string[],
  protocol: string,
): GroupRule {
  return {
    settings,
    groups,
    ranges: cidrs.flatMap((attribute) => settings.get(attribute).items.map((value) => ({ attribute, value }))),
    protocol: settings.get(protocol),
    from: settings.get('from_port'),
    to: settings.get('to_port'),
  };
}

/** Whether a CIDR block is the whole internet, or so much of it that it comes to the same. */
export function isWorld(value: Value): boolean {
  const [, prefix] = /\/(\d+)$/.exec(value.text ?? '') ?? [];
  return prefix !== undefined && Number(prefix) < 8;
}

/** Whether a rule is about something that has ports. */
export function hasPorts({ protocol }: GroupRule): boolean {
  return !protocol.is(...WITHOUT_PORTS);
}

/** The ports a rule opens; undefined where they are not known. */
export function portsOf({ protocol, from, to }: GroupRule): PortRange | undefined {
  if (protocol.isUnclear) return undefined;
  if (protocol.is('-1', 'all') || protocol.isUnset) return { from: 0, to: 65_535 };
  if (from.number === undefined || to.number === undefined) return undefined;
  return { from: from.number, to: to.number };
}
