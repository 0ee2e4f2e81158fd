import type { Readable } from '../../model/block';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { addressRange, holds, prefixLength, type AddressRange, type Family } from './address-range';
import { named } from './belonging';

/** Where a route leads. Routes inside the VPC are always there and not listed. */
export interface Route {
  /** Undefined while it is not known; the route may then be for anything. */
  readonly destination: AddressRange | undefined;
  readonly by: 'internet gateway' | 'NAT gateway' | 'egress-only gateway' | 'unclear';
  /** The NAT gateway, where it is one of the model. */
  readonly gateway?: Resource;
  readonly name: string;
}

/** Attributes that lead out of what is modelled: to other networks and appliances. */
const ELSEWHERE = [
  'carrier_gateway_id',
  'core_network_arn',
  'local_gateway_id',
  'network_interface_id',
  'transit_gateway_id',
  'vpc_endpoint_id',
  'vpc_peering_connection_id',
];

/** The routes of a table: written inside it or as resources of their own. */
export function routesOf(table: Resource, graph: ResourceGraph): readonly Route[] {
  const inline = table
    .blocks('route')
    .flatMap((block) => routeOf(block, 'cidr_block', `${table.address}.route`, graph));
  const own = graph
    .ofType('aws_route')
    .filter((route) => named(graph, route.get('route_table_id'), table.type).resources.includes(table))
    .flatMap((route) => routeOf(route, 'destination_cidr_block', route.address, graph));
  return [...inline, ...own];
}

/** The route that an address of the internet takes: the most specific one; undefined where there is none. */
export function routeTo(routes: readonly Route[], family: Family, address: bigint): Route | undefined {
  const open = routes.find(({ destination }) => destination === undefined);
  const fitting = routes.flatMap((route) => {
    const { destination } = route;
    const fits = destination !== undefined && destination.family === family && holds(destination, address);
    return fits ? [{ route, length: prefixLength(destination) }] : [];
  });
  const [best] = fitting.toSorted((left, right) => right.length - left.length);
  return open ?? best?.route;
}

function routeOf(settings: Readable, cidr: string, name: string, graph: ResourceGraph): readonly Route[] {
  const block = settings.get(settings.get(cidr).isSet ? cidr : cidr.replace('cidr', 'ipv6_cidr'));
  // prefix lists are of AWS services, which gateway endpoints serve
  if (block.isUnset) return [];
  const destination = block.text === undefined ? undefined : addressRange(block.text);
  const [nat] = named(graph, settings.get('nat_gateway_id'), 'aws_nat_gateway').resources;
  return [{ destination, by: kindOf(settings), name, ...(nat === undefined ? {} : { gateway: nat }) }];
}

function kindOf(settings: Readable): Route['by'] {
  if (ELSEWHERE.some((attribute) => settings.get(attribute).isSet)) return 'unclear';
  if (settings.get('nat_gateway_id').isSet) return 'NAT gateway';
  if (settings.get('egress_only_gateway_id').isSet) return 'egress-only gateway';
  const gateway = settings.get('gateway_id');
  const internet = gateway.refersTo('aws_internet_gateway') || gateway.text?.startsWith('igw-') === true;
  return internet ? 'internet gateway' : 'unclear';
}
