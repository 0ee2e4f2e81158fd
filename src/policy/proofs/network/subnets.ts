import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { addressRange, type AddressRange } from './address-range';
import { named } from './belonging';
import { ACL_OF_AWS, networkAcl, type NetworkAcl } from './network-acl';
import { routesOf, type Route } from './routes';

/** A subnet with what decides about its packets. */
export interface Subnet {
  readonly resource: Resource;
  readonly vpc: Resource | undefined;
  /** Its addresses, one range a family. */
  readonly ranges: readonly AddressRange[];
  /** Undefined while nobody can tell which one it is. */
  readonly acl: NetworkAcl | undefined;
  readonly routes: readonly Route[];
}

/** Stand for the addresses of subnet number `index` while they are not known; no rule means these (RFC 1112, RFC 3849). */
const NOT_KNOWN_YET = [
  (index: number) => `240.${index >> 8}.${index & 255}.0/24`,
  (index: number) => `2001:db8:0:${index.toString(16)}::/64`,
];

const UNCLEAR_ROUTES: readonly Route[] = [{ destination: undefined, by: 'unclear', name: 'routes that are not known' }];

/** Reads every subnet of a graph. */
export function subnetsOf(graph: ResourceGraph): readonly Subnet[] {
  const acls = graph.ofType('aws_network_acl').map((resource) => ({ resource, acl: networkAcl(resource, graph) }));
  return graph.ofType('aws_subnet').map((resource, index) => {
    const [vpc] = named(graph, resource.get('vpc_id'), 'aws_vpc', 'aws_default_vpc').resources;
    return {
      resource,
      vpc,
      ranges: rangesOf(resource, index),
      acl: aclOf(resource, vpc, graph, acls),
      routes: routesOfSubnet(resource, vpc, graph),
    };
  });
}

function rangesOf(subnet: Resource, index: number): readonly AddressRange[] {
  const blocks = [subnet.get('cidr_block'), subnet.get('ipv6_cidr_block')];
  return blocks.flatMap((block, family) => {
    const range = addressRange(block.isUnclear ? (NOT_KNOWN_YET[family]?.(index) ?? '') : (block.text ?? ''));
    return range === undefined ? [] : [range];
  });
}

function routesOfSubnet(subnet: Resource, vpc: Resource | undefined, graph: ResourceGraph): readonly Route[] {
  const association = graph
    .ofType('aws_route_table_association')
    .find((each) => named(graph, each.get('subnet_id'), 'aws_subnet').resources.includes(subnet));
  const main = graph.ofType('aws_main_route_table_association').find((each) => isOf(each, vpc, graph));
  const chosen = association ?? main;
  const [table] =
    chosen === undefined
      ? graph.ofType('aws_default_route_table').filter((each) => isOf(each, vpc, graph, 'default_route_table_id'))
      : named(graph, chosen.get('route_table_id'), 'aws_route_table', 'aws_default_route_table').resources;
  if (table !== undefined) return routesOf(table, graph);
  // the main table that AWS makes leads nowhere but inside the VPC
  return chosen === undefined && vpc !== undefined ? [] : UNCLEAR_ROUTES;
}

function isOf(resource: Resource, vpc: Resource | undefined, graph: ResourceGraph, attribute = 'vpc_id'): boolean {
  return vpc !== undefined && graph.names(resource.get(attribute), vpc);
}

function aclOf(
  subnet: Resource,
  vpc: Resource | undefined,
  graph: ResourceGraph,
  acls: readonly { readonly resource: Resource; readonly acl: NetworkAcl }[],
): NetworkAcl | undefined {
  const association = graph
    .ofType('aws_network_acl_association')
    .find((each) => named(graph, each.get('subnet_id'), 'aws_subnet').resources.includes(subnet));
  const holder = acls.map(({ resource, acl }) => ({
    acl,
    holds: named(graph, resource.get('subnet_ids'), 'aws_subnet'),
    chosen: association !== undefined && graph.names(association.get('network_acl_id'), resource),
  }));
  const found = holder.find(({ chosen, holds }) => chosen || holds.resources.includes(subnet));
  if (found !== undefined) return found.acl;
  if (holder.some(({ holds }) => holds.unclear)) return undefined;
  const [ofVpc] = graph
    .ofType('aws_default_network_acl')
    .filter((each) => isOf(each, vpc, graph, 'default_network_acl_id'));
  return ofVpc === undefined ? ACL_OF_AWS : networkAcl(ofVpc, graph);
}
