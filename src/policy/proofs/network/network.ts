import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { hostsOf, type Host } from './hosts';
import { SecurityGroupRules } from './security-group-rules';
import { subnetsOf, type Subnet } from './subnets';

/** All that decides who reaches whom, read from a graph once. */
export interface Network {
  readonly subnets: readonly Subnet[];
  readonly hosts: readonly Host[];
  readonly rules: SecurityGroupRules;
  /** The subnet that each NAT gateway stands in. */
  readonly gatewaySubnets: ReadonlyMap<Resource, Subnet>;
  /** What could not be placed in the network. */
  readonly notes: readonly string[];
}

/** Reads the network of a graph. */
export function networkOf(graph: ResourceGraph): Network {
  const subnets = subnetsOf(graph);
  const rules = new SecurityGroupRules(graph);
  const { hosts, notes } = hostsOf(graph, subnets, rules);
  const gatewaySubnets = new Map(
    graph.ofType('aws_nat_gateway').flatMap((gateway) => {
      const subnet = subnets.find((each) => graph.names(gateway.get('subnet_id'), each.resource));
      return subnet === undefined ? [] : [[gateway, subnet] as const];
    }),
  );
  return { subnets, hosts, rules, gatewaySubnets, notes };
}
