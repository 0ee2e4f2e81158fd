import { textOf, type JsonObject } from '../../terraform/json';
import type { Difference } from '../difference';
import type { NextStep } from './next-step';
import { commandLine } from './shell';

type Words = readonly string[];

/** Command of the AWS command line that removes an object of a type; undefined where an attribute is missing. */
type Deletion = (text: (name: string) => string, values: JsonObject) => Words | undefined;

const byId =
  (...words: Words): Deletion =>
  (text) => [...words, text('id')];

const DELETIONS: Readonly<Record<string, Deletion>> = {
  aws_vpc_security_group_ingress_rule: (text, values) => revokeRule('ingress', text, values),
  aws_vpc_security_group_egress_rule: (text, values) => revokeRule('egress', text, values),
  aws_network_acl_rule: (text, { egress }) => [
    ...['ec2', 'delete-network-acl-entry', '--network-acl-id', text('network_acl_id')],
    ...[egress === true ? '--egress' : '--ingress', '--rule-number', text('rule_number')],
  ],
  aws_route: (text, values) => {
    const destinations: readonly (readonly [string, string])[] = [
      ['destination_cidr_block', '--destination-cidr-block'],
      ['destination_ipv6_cidr_block', '--destination-ipv6-cidr-block'],
      ['destination_prefix_list_id', '--destination-prefix-list-id'],
    ];
    const [name, option] = destinations.find(([each]) => textOf(values, each)) ?? [];
    if (name === undefined || option === undefined) return undefined;
    return ['ec2', 'delete-route', '--route-table-id', text('route_table_id'), option, text(name)];
  },
  aws_iam_role_policy_attachment: (text) => [
    ...['iam', 'detach-role-policy', '--role-name', text('role'), '--policy-arn', text('policy_arn')],
  ],
  aws_iam_role_policy: (text) => [
    ...['iam', 'delete-role-policy', '--role-name', text('role'), '--policy-name', text('name')],
  ],
  aws_s3_bucket_policy: (text) => ['s3api', 'delete-bucket-policy', '--bucket', text('bucket')],
  aws_lb_listener: (text) => ['elbv2', 'delete-listener', '--listener-arn', text('arn')],
  aws_lb_listener_rule: (text) => ['elbv2', 'delete-rule', '--rule-arn', text('arn')],
  aws_efs_mount_target: byId('efs', 'delete-mount-target', '--mount-target-id'),
  aws_efs_access_point: byId('efs', 'delete-access-point', '--access-point-id'),
  aws_sns_topic_subscription: (text) => ['sns', 'unsubscribe', '--subscription-arn', text('arn')],
  aws_autoscaling_schedule: (text) => [
    ...['autoscaling', 'delete-scheduled-action', '--auto-scaling-group-name', text('autoscaling_group_name')],
    ...['--scheduled-action-name', text('scheduled_action_name')],
  ],
  aws_autoscaling_policy: (text) => [
    ...['autoscaling', 'delete-policy', '--auto-scaling-group-name', text('autoscaling_group_name')],
    ...['--policy-name', text('name')],
  ],
  aws_route53_record: (text) => {
    const batch = { Changes: [{ Action: 'DELETE', ResourceRecordSet: JSON.parse(text('record_set')) as unknown }] };
    const words = ['route53', 'change-resource-record-sets', '--hosted-zone-id', text('zone_id')];
    return [...words, '--change-batch', JSON.stringify(batch)];
  },
  aws_security_group: byId('ec2', 'delete-security-group', '--group-id'),
  aws_subnet: byId('ec2', 'delete-subnet', '--subnet-id'),
  aws_route_table: byId('ec2', 'delete-route-table', '--route-table-id'),
  aws_nat_gateway: byId('ec2', 'delete-nat-gateway', '--nat-gateway-id'),
  aws_vpc_endpoint: byId('ec2', 'delete-vpc-endpoints', '--vpc-endpoint-ids'),
  aws_instance: byId('ec2', 'terminate-instances', '--instance-ids'),
};

/** How to remove a stray object from AWS; undefined where that cannot be told, or would tell something sensitive. */
export function deletionOf({ object, after, sensitive }: Difference): NextStep | undefined {
  if (object === undefined || after === null || sensitive.includes(true)) return undefined;
  const text = (name: string): string => String(after[name]);
  const words = DELETIONS[object.type]?.(text, after);
  if (words === undefined) return undefined;
  return { kind: 'delete', summary: 'remove it from AWS', commands: [commandLine('aws', ...words)] };
}

function revokeRule(direction: 'ingress' | 'egress', text: (name: string) => string, values: JsonObject): Words {
  const { from_port: from, to_port: to } = values;
  const ranges: Readonly<Record<string, JsonObject>> = {
    cidr_ipv4: { IpRanges: [{ CidrIp: values['cidr_ipv4'] }] },
    cidr_ipv6: { Ipv6Ranges: [{ CidrIpv6: values['cidr_ipv6'] }] },
    prefix_list_id: { PrefixListIds: [{ PrefixListId: values['prefix_list_id'] }] },
    referenced_security_group_id: { UserIdGroupPairs: [{ GroupId: values['referenced_security_group_id'] }] },
  };
  const source = Object.keys(ranges).find((name) => values[name] !== undefined) ?? '';
  const ports = from === undefined ? {} : { FromPort: from, ToPort: to };
  const permission = { IpProtocol: values['ip_protocol'], ...ports, ...ranges[source] };
  const words = ['ec2', `revoke-security-group-${direction}`, '--group-id', text('security_group_id')];
  return [...words, '--ip-permissions', JSON.stringify([permission])];
}
