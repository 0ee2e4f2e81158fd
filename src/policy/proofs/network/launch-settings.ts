import type { Readable } from '../../model/block';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';
import { named } from './belonging';

/** Where the ids of security groups stand. */
export interface GroupsPlace {
  readonly settings: Readable;
  readonly attribute: string;
}

/** What an Auto Scaling group says of the network interfaces of its instances. */
export interface LaunchSettings {
  readonly groups: GroupsPlace;
  /** Whether instances get a public IPv4 address. */
  readonly publicAddress: Value;
}

/** Reads the launch template or launch configuration of an Auto Scaling group. */
export function launchSettings(group: Resource, graph: ResourceGraph): LaunchSettings {
  const [launch = group] = named(graph, reference(group), 'aws_launch_template', 'aws_launch_configuration').resources;
  const [card = launch] = launch.blocks('network_interfaces');
  const publicAddress = card.get('associate_public_ip_address');
  if (card.get('security_groups').isSet)
    return { groups: { settings: card, attribute: 'security_groups' }, publicAddress };
  return { groups: { settings: launch, attribute: 'vpc_security_group_ids' }, publicAddress };
}

function reference(group: Resource): Value {
  const [mixed] = group.blocks('mixed_instances_policy');
  const [specification] = mixed?.blocks('launch_template')[0]?.blocks('launch_template_specification') ?? [];
  const [template] = group.blocks('launch_template');
  const places = [template?.get('id'), template?.get('name'), specification?.get('launch_template_id')];
  const named = [...places, specification?.get('launch_template_name')].find((place) => place?.isSet);
  return named ?? group.get('launch_configuration');
}
