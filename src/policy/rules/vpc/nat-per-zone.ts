import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown } from '../../rule/verdict';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';
import { SUBNET_TYPES, subnetsOf, zonesOf } from '../../rule/subnets';
import { isDefault, routesOf, tablesOf } from './routing';

export const NAT_PER_ZONE = defineRule({
  id: 'WPHA-VPC-010',
  title: 'subnets go out through the NAT gateway of their own zone',
  severity: 'medium',
  pack: 'production',
  appliesTo: SUBNET_TYPES,
  rows: ['VPC-010'],
  maps: {},
  why: 'With one NAT gateway the loss of its zone cuts off every other zone, and traffic between zones is billed.',
  fix: 'Make a NAT gateway and a route table in each zone; every gateway costs by the hour.',
  check: (subnet, graph) => {
    const ids = (tablesOf(subnet, graph) ?? []).flatMap((table) => gatewayIdsOf(table, graph));
    if (ids.length === 0) return notApplicable();
    const gateways = ids.flatMap((id) => graph.targetsOf(id)).filter(({ type }) => type === 'aws_nat_gateway');
    const theirs = gateways.map((gateway) => subnetsOf(gateway.get('subnet_id'), graph));
    const zones = zonesOf(theirs.flatMap(({ subnets }) => subnets));
    const [zone] = zonesOf([subnet]).names;
    const missing = gateways.length === 0 || theirs.some(({ complete }) => !complete);
    if (zone === undefined || missing || zones.unclear) {
      return unknown([subnet, 'availability_zone'], 'the zones of the subnet and its NAT gateway are not both known');
    }
    const others = [...zones.names].filter((name) => name !== zone);
    if (others.length === 0) return pass();
    return fail([subnet, 'availability_zone'], `goes out from ${zone} through a NAT gateway in ${others.join(', ')}`);
  },
});

function gatewayIdsOf(table: Resource, graph: ResourceGraph): readonly Value[] {
  return routesOf(table, graph)
    .routes.filter((route) => isDefault(route) === true)
    .map((route) => route.get('nat_gateway_id'))
    .filter((id) => id.isSet);
}
