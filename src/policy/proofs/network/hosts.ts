import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { named } from './belonging';
import { PLACERS, type Role } from './host-kinds';
import type { Opinion } from './opinion';
import type { SecurityGroupRules } from './security-group-rules';
import type { Subnet } from './subnets';

/** The network interfaces of a resource in one subnet. */
export interface Host {
  readonly role: Exclude<Role, 'internet'>;
  readonly resource: Resource;
  readonly subnet: Subnet;
  /** Undefined while they are not known. */
  readonly groups: readonly Resource[] | undefined;
  /** Whether it has a public IPv4 address; IPv6 addresses always are. */
  readonly publicAddress: Opinion;
}

/** Everything in a graph that has network interfaces, and what could not be placed. */
export interface Hosts {
  readonly hosts: readonly Host[];
  readonly notes: readonly string[];
}

/** Finds what has network interfaces: one host for each resource and subnet. */
export function hostsOf(graph: ResourceGraph, subnets: readonly Subnet[], rules: SecurityGroupRules): Hosts {
  const hosts: Host[] = [];
  const notes: string[] = [];
  for (const resource of graph.ofType(...Object.keys(PLACERS))) {
    const placement = PLACERS[resource.type]?.(resource, graph);
    if (placement === undefined) continue;
    const { role, isPublic } = placement;
    const places = placement.subnets.map((value) => named(graph, value, 'aws_subnet'));
    const within = subnets.filter((subnet) => places.some(({ resources }) => resources.includes(subnet.resource)));
    if (within.length === 0 || places.some(({ unclear }) => unclear)) {
      notes.push(
        `${resource.stack}/${resource.address}: nobody can tell in which subnets it stands, so nothing is proved of it`,
      );
    }
    const groups = rules.groupsOf(placement.groups.settings, placement.groups.attribute);
    const elastic = hasElasticAddress(resource, graph);
    for (const subnet of within) {
      const shown = isPublic ?? (elastic || subnet.resource.get('map_public_ip_on_launch').is(true));
      const publicAddress = shown === 'unclear' ? shown : shown ? 'passes' : 'blocked';
      hosts.push({ role, resource, subnet, groups, publicAddress });
    }
  }
  return { hosts, notes };
}

function hasElasticAddress(resource: Resource, graph: ResourceGraph): boolean {
  const addresses = [
    ...graph.ofType('aws_eip').map((address) => address.get('instance')),
    ...graph.ofType('aws_eip_association').map((association) => association.get('instance_id')),
  ];
  return addresses.some((value) => graph.names(value, resource));
}
