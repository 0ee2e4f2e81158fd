import type { Resource } from '../../model/resource';
import type { Attached, ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';
import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, unknown } from '../../rule/verdict';
import { reachOfTable, ROUTE_TABLE_TYPES } from './routing';

export const S3_GATEWAY_ENDPOINT = defineRule({
  id: 'WPHA-VPC-007',
  title: 'private subnets reach S3 without NAT',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ROUTE_TABLE_TYPES,
  rows: ['VPC-007'],
  maps: { fsbp: ['EC2.10'] },
  why: 'A gateway endpoint is free; without it every object goes over the internet and NAT bills for each GiB.',
  fix: 'Name the table in the route_table_ids of an aws_vpc_endpoint of type Gateway for S3.',
  check: (table, graph) => {
    const { found, unclear } = graph.attached(table, 'aws_route_table_association', 'route_table_id');
    if (found.length + unclear.length === 0) return notApplicable();
    const reach = reachOfTable(table, graph);
    if (reach === 'public') return notApplicable();
    const endpoints = endpointsOf(table, graph);
    if (reach === 'unclear' && endpoints.found.length === 0) {
      return unknown([table, []], 'whether the table is private is not known yet', { part: 'missing' });
    }
    return expectAttached(table, endpoints, 'no gateway endpoint for S3 is in the private table');
  },
});

function endpointsOf(table: Resource, graph: ResourceGraph): Attached {
  const endpoints = graph.ofType('aws_vpc_endpoint').filter((endpoint) => isGatewayOfS3(endpoint) !== false);
  const associated = graph
    .attached(table, 'aws_vpc_endpoint_route_table_association', 'route_table_id')
    .found.map((association) => association.get('vpc_endpoint_id'));
  const naming = endpoints.filter(
    (endpoint) =>
      graph.names(endpoint.get('route_table_ids'), table) || associated.some((id) => graph.names(id, endpoint)),
  );
  const found = naming.filter((endpoint) => isGatewayOfS3(endpoint) === true);
  const open = endpoints.filter((endpoint) => namesUnknownTables(endpoint.get('route_table_ids')));
  return { found, unclear: [...naming.filter((endpoint) => !found.includes(endpoint)), ...open] };
}

/** Whether an endpoint is a gateway for S3; undefined where that is not known yet. */
function isGatewayOfS3(endpoint: Resource): boolean | undefined {
  const [type, service] = [endpoint.get('vpc_endpoint_type'), endpoint.get('service_name')];
  if (type.isKnown && !type.is('Gateway')) return false;
  if (type.isUnclear || (service.isUnclear && service.template === undefined)) return undefined;
  return service.template?.endsWith('.s3') === true;
}

function namesUnknownTables(value: Value): boolean {
  return value.items.some((item) => item.isUnclear && item.targets.length === 0);
}
