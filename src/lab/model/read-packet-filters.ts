import { UserError } from '../../core/errors';
import type { Flow, Part } from './lab-model';
import { loadBalancerOf } from './read-balancer';
import { databaseOf } from './read-database';
import { launchTemplateOf } from './read-fleet';
import type { Reader } from './reader';
import { addressOf, type Resource } from './resource';
import { allowedFlows, ANYWHERE, portsOf, type Endpoint, type Peer, type SecurityRule } from './security-rules';
import type { Settings } from './settings';

/** The flows between the parts of the site that its security groups allow. */
export function readPacketFilters(reader: Reader, group: Resource, settings: Settings): Flow[] {
  return allowedFlows(endpoints(reader, group, settings), rules(reader));
}

function endpoints(reader: Reader, group: Resource, settings: Settings): Endpoint[] {
  const balancer = loadBalancerOf(reader, group);
  const template = launchTemplateOf(reader, group);
  const inside: Endpoint[] = [
    endpoint(reader, 'balancer', reader.texts(balancer, 'security_groups'), subnetsOf(reader, balancer, 'subnets')),
    endpoint(reader, 'instance', instanceGroups(reader, template), subnetsOf(reader, group, 'vpc_zone_identifier')),
    ...databases(reader, settings),
    ...mountTargets(reader, settings),
  ];
  return [...inside, { part: 'internet', groupIds: undefined, cidrs: [ANYWHERE] }, services(reader)];
}

/** AWS's services: outside, unless interface endpoints bring them into the VPC, behind groups of their own. */
function services(reader: Reader): Endpoint {
  const points = reader.all('aws_vpc_endpoint').filter((each) => each.block.vpc_endpoint_type === 'Interface');
  if (points.length === 0) return { part: 'aws', groupIds: undefined, cidrs: [ANYWHERE] };
  const groupIds = inAll(points.map((point) => reader.texts(point, 'security_group_ids')));
  const subnets = points.flatMap((point) => subnetsOf(reader, point, 'subnet_ids'));
  return endpoint(reader, 'aws', groupIds, subnets);
}

function endpoint(reader: Reader, part: Part, groupIds: readonly string[], subnets: readonly Resource[]): Endpoint {
  refuseInlineRules(reader, groupIds);
  return { part, groupIds, cidrs: subnets.map((subnet) => reader.text(subnet, 'cidr_block')) };
}

function subnetsOf(reader: Reader, resource: Resource, list: string): Resource[] {
  return reader.resolver.targets(resource, [list]);
}

function instanceGroups(reader: Reader, template: Resource): string[] {
  const interfaces = reader.texts(template, 'network_interfaces', 'security_groups');
  return [...interfaces, ...reader.texts(template, 'vpc_security_group_ids')];
}

function databases(reader: Reader, settings: Settings): Endpoint[] {
  const database = databaseOf(settings);
  if (database === undefined) return [];
  const subnetGroup = reader.target(database, ['db_subnet_group_name'], 'aws_db_subnet_group');
  const groups = reader.texts(database, 'vpc_security_group_ids');
  return [endpoint(reader, 'database', groups, subnetsOf(reader, subnetGroup, 'subnet_ids'))];
}

/** A client may meet any mount target: what counts are the groups that all of them have. */
function mountTargets(reader: Reader, settings: Settings): Endpoint[] {
  const fileSystem = settings.part('fileSystem', 'aws_efs_file_system');
  if (fileSystem === undefined) return [];
  const id = reader.attribute(fileSystem, 'id');
  const targets = reader.all('aws_efs_mount_target').filter((each) => reader.text(each, 'file_system_id') === id);
  const groupIds = inAll(targets.map((target) => reader.texts(target, 'security_groups')));
  const subnets = targets.map((target) => reader.target(target, ['subnet_id'], 'aws_subnet'));
  return [endpoint(reader, 'files', groupIds, subnets)];
}

function inAll(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists;
  return first.filter((each) => others.every((list) => list.includes(each)));
}

function rules(reader: Reader): SecurityRule[] {
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    reader.all(`aws_vpc_security_group_${direction}_rule`).flatMap((rule) => {
      const peer = peerOf(reader, rule);
      return peer === undefined
        ? []
        : { direction, groupId: reader.text(rule, 'security_group_id'), peer, ports: ports(reader, rule) };
    }),
  );
}

function ports(reader: Reader, rule: Resource): SecurityRule['ports'] {
  const protocol = reader.text(rule, 'ip_protocol');
  // a rule for every protocol names no ports
  return protocol === '-1'
    ? portsOf(protocol, 0, 0)
    : portsOf(protocol, reader.number(rule, 'from_port'), reader.number(rule, 'to_port'));
}

/** Undefined for IPv6, which the lab's network has not. */
function peerOf(reader: Reader, rule: Resource): Peer | undefined {
  const groupId = reader.optionalText(rule, 'referenced_security_group_id');
  const cidr = reader.optionalText(rule, 'cidr_ipv4');
  if (groupId !== undefined) return { type: 'group', groupId };
  if (cidr !== undefined) return { type: 'range', cidr };
  return rule.block.prefix_list_id === undefined ? undefined : { type: 'prefix-list' };
}

/** Rules in other places would be missed, and a flow that AWS allows would be dropped here. */
function refuseInlineRules(reader: Reader, groupIds: readonly string[]): void {
  const inline = reader
    .all('aws_security_group')
    .filter((each) => groupIds.includes(reader.attribute(each, 'id')))
    .find(({ block }) => block.ingress !== undefined || block.egress !== undefined);
  const [old] = reader.all('aws_security_group_rule');
  const found = inline ?? old;
  if (found === undefined) return;
  throw new UserError(
    `'${addressOf(found)}' holds rules in a form that the lab does not read; ` +
      `write them as 'aws_vpc_security_group_ingress_rule' and 'aws_vpc_security_group_egress_rule'`,
  );
}
