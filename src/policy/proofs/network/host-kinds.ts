import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';
import { named } from './belonging';
import { launchSettings, type GroupsPlace } from './launch-settings';

/** What stands at one end of a connection. */
export type Role = 'internet' | 'load balancer' | 'instance' | 'function' | 'database' | 'files' | 'cache' | 'endpoint';

/** Where a resource has network interfaces. */
export interface Placement {
  readonly role: Exclude<Role, 'internet'>;
  /** Attributes with ids of subnets, and whose they are. */
  readonly subnets: readonly Value[];
  readonly groups: GroupsPlace;
  /** Whether it has a public IPv4 address; undefined: as its subnet decides. */
  readonly isPublic: boolean | 'unclear' | undefined;
}

/** How resources of a type are placed; undefined for one that is outside of VPCs. */
type Placer = (resource: Resource, graph: ResourceGraph) => Placement | undefined;

const loadBalancer: Placer = (balancer) => ({
  role: 'load balancer',
  subnets: [balancer.get('subnets'), ...balancer.blocks('subnet_mapping').map((block) => block.get('subnet_id'))],
  groups: { settings: balancer, attribute: 'security_groups' },
  isPublic: opposite(stated(balancer.get('internal')) ?? false),
});

const database: Placer = (database, graph) => ({
  role: 'database',
  subnets: throughGroup(database.get('db_subnet_group_name'), 'aws_db_subnet_group', graph),
  groups: { settings: database, attribute: 'vpc_security_group_ids' },
  isPublic: stated(database.get('publicly_accessible')) ?? false,
});

const cache: Placer = (cache, graph) => ({
  role: 'cache',
  subnets: throughGroup(cache.get('subnet_group_name'), 'aws_elasticache_subnet_group', graph),
  groups: { settings: cache, attribute: 'security_group_ids' },
  isPublic: false,
});

const group: Placer = (group, graph) => {
  const { groups, publicAddress } = launchSettings(group, graph);
  return { role: 'instance', subnets: [group.get('vpc_zone_identifier')], groups, isPublic: stated(publicAddress) };
};

/** Types whose resources have network interfaces, each with how they are placed. */
export const PLACERS: Readonly<Record<string, Placer>> = {
  aws_lb: loadBalancer,
  aws_alb: loadBalancer,
  aws_elb: loadBalancer,
  aws_autoscaling_group: group,
  aws_instance: (instance) => ({
    role: 'instance',
    subnets: [instance.get('subnet_id')],
    groups: { settings: instance, attribute: 'vpc_security_group_ids' },
    isPublic: stated(instance.get('associate_public_ip_address')),
  }),
  aws_lambda_function: (lambda) => {
    const [vpc] = lambda.blocks('vpc_config');
    if (vpc === undefined) return undefined;
    const groups = { settings: vpc, attribute: 'security_group_ids' };
    return { role: 'function', subnets: [vpc.get('subnet_ids')], groups, isPublic: false };
  },
  aws_db_instance: database,
  aws_rds_cluster: database,
  aws_efs_mount_target: (target) => ({
    role: 'files',
    subnets: [target.get('subnet_id')],
    groups: { settings: target, attribute: 'security_groups' },
    isPublic: false,
  }),
  aws_elasticache_cluster: cache,
  aws_elasticache_replication_group: cache,
  aws_vpc_endpoint: (endpoint) =>
    endpoint.get('vpc_endpoint_type').is('Interface')
      ? {
          role: 'endpoint',
          subnets: [endpoint.get('subnet_ids')],
          groups: { settings: endpoint, attribute: 'security_group_ids' },
          isPublic: false,
        }
      : undefined,
};

function throughGroup(name: Value, type: string, graph: ResourceGraph): readonly Value[] {
  return named(graph, name, type).resources.map((group) => group.get('subnet_ids'));
}

/** What the attribute says, which may be nothing. */
function stated(value: Value): boolean | 'unclear' | undefined {
  if (value.isUnset) return undefined;
  return value.isUnclear ? 'unclear' : value.is(true);
}

function opposite(value: boolean | 'unclear'): boolean | 'unclear' {
  return value === 'unclear' ? value : !value;
}
