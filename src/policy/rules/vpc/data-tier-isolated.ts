import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { defineRule } from '../../rule/rule';
import { subnetsOf } from '../../rule/subnets';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';
import { leadsToInternetGateway, routesOf, tablesOf } from './routing';

export const DATA_TIER_ISOLATED = defineRule({
  id: 'WPHA-VPC-013',
  title: 'databases and caches have no way to the internet gateway',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_db_subnet_group', 'aws_elasticache_subnet_group'],
  rows: ['VPC-013'],
  maps: {},
  why: 'Without a route no mistake in a security group puts a database on the internet.',
  fix: 'Give the subnets of the group a route table without a route to an internet gateway.',
  check: (group, graph) => {
    const { subnets, complete } = subnetsOf(group.get('subnet_ids'), graph);
    const verdicts = subnets.map((subnet) => judge(group, subnet, graph));
    return complete ? verdicts : [...verdicts, unknown([group, 'subnet_ids'], 'its subnets are not all known here')];
  },
});

function judge(group: Resource, subnet: Resource, graph: ResourceGraph): Verdict {
  const detail = { part: subnet.address };
  const tables = tablesOf(subnet, graph);
  const held = (tables ?? []).map((table) => routesOf(table, graph));
  const gateways = held.flatMap(({ routes }) => routes.map(leadsToInternetGateway));
  if (gateways.includes(true)) {
    return fail([group, 'subnet_ids'], `${subnet.address} has a route to an internet gateway`, detail);
  }
  if (tables === undefined || gateways.includes(undefined) || held.some(({ unclear }) => unclear)) {
    return unknown([group, 'subnet_ids'], `the routes of ${subnet.address} are not all known`, detail);
  }
  return pass();
}
