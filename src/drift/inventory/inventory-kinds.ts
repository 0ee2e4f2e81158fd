import type { JsonObject } from '../../terraform/json';

/** Names of the places that are searched; permanent. */
export type InventoryKindId =
  | 'access-points'
  | 'instances'
  | 'listener-rules'
  | 'listeners'
  | 'mount-targets'
  | 'nat-gateways'
  | 'records'
  | 'route-tables'
  | 'scaling-policies'
  | 'scheduled-actions'
  | 'security-groups'
  | 'subnets'
  | 'subscriptions'
  | 'vpc-endpoints';

/** Where objects may lie that no plan shows, because nothing in the configuration refers to them. */
export interface InventoryKind {
  readonly id: InventoryKindId;
  /** `invisible` belongs to something of ours and acts on it; `unmanaged` only lies in our network. */
  readonly class: 'invisible' | 'unmanaged';
  readonly parentType: string;
  /** How AWS is asked for the parent. */
  readonly parentId: (parent: JsonObject) => unknown;
  /** Resource type that an object would be. */
  readonly memberType: string;
  /** How an object is called in a finding. */
  readonly noun: string;
  /** Types that manage such objects; their ids. */
  readonly managedBy: Readonly<Record<string, (values: JsonObject) => unknown>>;
}

const id = (values: JsonObject): unknown => values['id'];
const arn = (values: JsonObject): unknown => values['arn'];
const name = (values: JsonObject): unknown => values['name'];

/** Every place that is searched. */
export const INVENTORY_KINDS: readonly InventoryKind[] = [
  {
    ...{ id: 'listeners', class: 'invisible', parentType: 'aws_lb', parentId: arn },
    ...{ memberType: 'aws_lb_listener', noun: 'listener', managedBy: { aws_lb_listener: arn, aws_alb_listener: arn } },
  },
  {
    ...{ id: 'listener-rules', class: 'invisible', parentType: 'aws_lb_listener', parentId: arn },
    ...{ memberType: 'aws_lb_listener_rule', noun: 'listener rule', managedBy: { aws_lb_listener_rule: arn } },
  },
  {
    ...{ id: 'mount-targets', class: 'invisible', parentType: 'aws_efs_file_system', parentId: id },
    ...{ memberType: 'aws_efs_mount_target', noun: 'mount target', managedBy: { aws_efs_mount_target: id } },
  },
  {
    ...{ id: 'access-points', class: 'invisible', parentType: 'aws_efs_file_system', parentId: id },
    ...{ memberType: 'aws_efs_access_point', noun: 'access point', managedBy: { aws_efs_access_point: id } },
  },
  {
    ...{ id: 'subscriptions', class: 'invisible', parentType: 'aws_sns_topic', parentId: arn },
    ...{
      memberType: 'aws_sns_topic_subscription',
      noun: 'subscription',
      managedBy: { aws_sns_topic_subscription: arn },
    },
  },
  {
    ...{ id: 'scheduled-actions', class: 'invisible', parentType: 'aws_autoscaling_group', parentId: name },
    ...{ memberType: 'aws_autoscaling_schedule', noun: 'scheduled action' },
    managedBy: { aws_autoscaling_schedule: ({ scheduled_action_name: action }: JsonObject) => action },
  },
  {
    ...{ id: 'scaling-policies', class: 'invisible', parentType: 'aws_autoscaling_group', parentId: name },
    ...{ memberType: 'aws_autoscaling_policy', noun: 'scaling policy', managedBy: { aws_autoscaling_policy: name } },
  },
  {
    ...{ id: 'records', class: 'invisible', parentType: 'aws_route53_zone' },
    parentId: ({ zone_id: zone }: JsonObject) => zone,
    ...{ memberType: 'aws_route53_record', noun: 'record', managedBy: { aws_route53_record: recordId } },
  },
  inNetwork('security-groups', 'aws_security_group', 'security group', ['aws_default_security_group']),
  inNetwork('subnets', 'aws_subnet', 'subnet'),
  inNetwork('route-tables', 'aws_route_table', 'route table', ['aws_default_route_table']),
  inNetwork('nat-gateways', 'aws_nat_gateway', 'NAT gateway'),
  inNetwork('vpc-endpoints', 'aws_vpc_endpoint', 'VPC endpoint'),
  inNetwork('instances', 'aws_instance', 'instance'),
];

function inNetwork(
  kind: InventoryKindId,
  memberType: string,
  noun: string,
  further: readonly string[] = [],
): InventoryKind {
  const managedBy = Object.fromEntries([memberType, ...further].map((type) => [type, id]));
  return { id: kind, class: 'unmanaged', parentType: 'aws_vpc', parentId: id, memberType, noun, managedBy };
}

/** Names are compared without the dot at their end and with AWS's way of writing `*`. */
function recordId({ fqdn, name: given, type, set_identifier: set }: JsonObject): string {
  const full = typeof fqdn === 'string' && fqdn !== '' ? fqdn : String(given);
  return recordIdOf(full, String(type), typeof set === 'string' ? set : '');
}

/** What tells a record from others of its zone. */
export function recordIdOf(recordName: string, type: string, setIdentifier: string): string {
  const plain = recordName.toLowerCase().replace(/\.$/, '').replace('\\052', '*');
  return [plain, type, ...(setIdentifier === '' ? [] : [setIdentifier])].join(' ');
}
