import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';

/** Load balancers that a security group belongs to. */
export function balancersOf(group: Resource, graph: ResourceGraph): readonly Resource[] {
  return graph
    .referencesTo(group)
    .filter(({ from, attribute }) => /^aws_a?lb$/.test(from.type) && attribute === 'security_groups')
    .map(({ from }) => from);
}
