import type { Readable } from '../../model/block';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';

export const ROUTE_TABLE_TYPES: readonly string[] = ['aws_route_table', 'aws_default_route_table'];

/** Types that hold routes. */
export const ROUTE_TYPES: readonly string[] = ['aws_route', ...ROUTE_TABLE_TYPES];

/** Where a subnet's traffic can go; `unclear` where that is not known yet. */
export type Reach = 'public' | 'private' | 'isolated' | 'unclear';

/** Inline routes call their destination `cidr_block`, routes of their own `destination_cidr_block`. */
const DESTINATIONS = ['cidr_block', 'destination_cidr_block', 'ipv6_cidr_block', 'destination_ipv6_cidr_block'];

const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/** The routes that a resource itself holds. */
export function ownRoutes(resource: Resource): readonly Readable[] {
  return resource.type === 'aws_route' ? [resource] : resource.blocks('route');
}

/** Every route of a table, and whether it may have others. */
export function routesOf(
  table: Resource,
  graph: ResourceGraph,
): { readonly routes: readonly Readable[]; readonly unclear: boolean } {
  const { found, unclear } = graph.attached(table, 'aws_route', 'route_table_id');
  return { routes: [...ownRoutes(table), ...found], unclear: unclear.length > 0 };
}

/** Whether a route is for every destination; undefined where that is not known yet. */
export function isDefault(route: Readable): boolean | undefined {
  const values = DESTINATIONS.map((name) => route.get(name));
  if (values.some((value) => value.is(...EVERYWHERE))) return true;
  return values.some((value) => value.isUnclear) ? undefined : false;
}

/** Whether a route leads to an internet gateway; undefined where that is not known yet. */
export function leadsToInternetGateway(route: Readable): boolean | undefined {
  const gateway = route.get('gateway_id');
  if (gateway.refersTo('aws_internet_gateway') || gateway.text?.startsWith('igw-') === true) return true;
  return gateway.isUnclear && gateway.targets.length === 0 ? undefined : false;
}

/** What a table makes of the subnets that use it. */
export function reachOfTable(table: Resource, graph: ResourceGraph): Reach {
  const { routes, unclear } = routesOf(table, graph);
  const defaults = routes.filter((route) => isDefault(route) === true);
  const gateways = defaults.map(leadsToInternetGateway);
  if (gateways.includes(true)) return 'public';
  if (unclear || gateways.includes(undefined) || routes.some((route) => isDefault(route) === undefined))
    return 'unclear';
  return defaults.length > 0 ? 'private' : 'isolated';
}

/** Route tables that a subnet uses: none where it has only AWS's own main table, undefined where nobody can tell. */
export function tablesOf(subnet: Resource, graph: ResourceGraph): readonly Resource[] | undefined {
  const associations = graph.attached(subnet, 'aws_route_table_association', 'subnet_id');
  if (associations.found.length > 0) return tablesNamedBy(associations.found, graph);
  if (associations.unclear.length > 0) return undefined;
  const vpc = graph.targetsOf(subnet.get('vpc_id')).find(({ type }) => type === 'aws_vpc');
  if (vpc === undefined) return undefined;
  const main = graph.attached(vpc, 'aws_main_route_table_association', 'vpc_id').found;
  if (main.length > 0) return tablesNamedBy(main, graph);
  return graph
    .ofType('aws_default_route_table')
    .filter((table) => graph.names(table.get('default_route_table_id'), vpc));
}

function tablesNamedBy(associations: readonly Resource[], graph: ResourceGraph): readonly Resource[] | undefined {
  const tables = associations.flatMap((association) => graph.targetsOf(association.get('route_table_id')));
  const known = tables.filter(({ type }) => ROUTE_TABLE_TYPES.includes(type));
  return known.length === 0 ? undefined : known;
}

/** Where the traffic of a subnet can go. */
export function reachOfSubnet(subnet: Resource, graph: ResourceGraph): Reach {
  const tables = tablesOf(subnet, graph);
  if (tables === undefined) return 'unclear';
  const reaches = tables.map((table) => reachOfTable(table, graph));
  return (['public', 'unclear', 'private'] as const).find((reach) => reaches.includes(reach)) ?? 'isolated';
}
