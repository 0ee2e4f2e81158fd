import { BALANCER_TYPES } from '../../rule/listeners';
import { defineRule } from '../../rule/rule';
import { expectZones, subnetsOf, zonesOf } from '../../rule/subnets';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';

export const BALANCER_ZONES = defineRule({
  id: 'WPHA-ELB-013',
  title: 'load balancers stand in two zones',
  severity: 'medium',
  pack: 'production',
  appliesTo: BALANCER_TYPES,
  rows: ['ELB-013'],
  maps: { fsbp: ['ELB.13'] },
  why: 'A load balancer in one zone is gone with it, however many zones the instances are in.',
  fix: "Name subnets of at least two availability zones in 'subnets'.",
  check: (balancer, graph) =>
    balancer.blocks('subnet_mapping').length > 0 ? mapped(balancer, graph) : expectZones(balancer, 'subnets', graph),
});

/** Blocks that name a subnet each, as network load balancers with fixed addresses have them. */
function mapped(balancer: Resource, graph: ResourceGraph): Verdict {
  const named = balancer.blocks('subnet_mapping').map((block) => subnetsOf(block.get('subnet_id'), graph));
  const { names, unclear } = zonesOf(named.flatMap(({ subnets }) => subnets));
  if (names.size >= 2) return pass();
  if (named.length >= 2 && (unclear || named.some(({ complete }) => !complete))) {
    return unknown([balancer, 'subnet_mapping'], "the zones of 'subnet_mapping' are not all known");
  }
  return fail([balancer, 'subnet_mapping'], "'subnet_mapping' must lie in at least 2 zones");
}
