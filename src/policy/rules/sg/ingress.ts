import type { Readable } from '../../model/block';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';

/** Types that hold rules for what comes in. */
export const INGRESS_TYPES: readonly string[] = [
  'aws_security_group',
  'aws_default_security_group',
  'aws_security_group_rule',
  'aws_vpc_security_group_ingress_rule',
];

/** One rule of a security group, however it is written. */
export interface Ingress {
  readonly settings: Readable;
  /** Groups it belongs to, as far as the model knows them. */
  readonly groups: readonly Resource[];
  /** CIDR blocks, IPv4 and IPv6; `attribute` is where they stand. */
  readonly sources: readonly { readonly attribute: string; readonly value: Value }[];
  readonly protocol: Value;
  readonly from: Value;
  readonly to: Value;
}

/** The rules for what comes in that a resource holds; none for one that is about what goes out. */
export function ingressOf(resource: Resource, graph: ResourceGraph): readonly Ingress[] {
  if (resource.type === 'aws_vpc_security_group_ingress_rule') {
    const groups = graph.targetsOf(resource.get('security_group_id'));
    return [ingress(resource, groups, ['cidr_ipv4', 'cidr_ipv6'], 'ip_protocol')];
  }
  if (resource.type === 'aws_security_group_rule') {
    if (resource.get('type').is('egress')) return [];
    const groups = graph.targetsOf(resource.get('security_group_id'));
    return [ingress(resource, groups, ['cidr_blocks', 'ipv6_cidr_blocks'], 'protocol')];
  }
  return resource
    .blocks('ingress')
    .map((block) => ingress(block, [resource], ['cidr_blocks', 'ipv6_cidr_blocks'], 'protocol'));
}

function ingress(settings: Readable, groups: readonly Resource[], cidrs: readonly string[], protocol: string): Ingress {
  return {
    settings,
    groups,
    sources: cidrs.flatMap((attribute) => settings.get(attribute).items.map((value) => ({ attribute, value }))),
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

/** The ports a rule opens; undefined where they are not known. */
export function portsOf({ protocol, from, to }: Ingress): { readonly from: number; readonly to: number } | undefined {
  if (protocol.isUnclear) return undefined;
  if (protocol.is('-1', 'all') || protocol.isUnset) return { from: 0, to: 65_535 };
  if (from.number === undefined || to.number === undefined) return undefined;
  return { from: from.number, to: to.number };
}
