import {
  EC2Client,
  paginateDescribeInstances,
  paginateDescribeNatGateways,
  paginateDescribeRouteTables,
  paginateDescribeSecurityGroups,
  paginateDescribeSubnets,
  paginateDescribeVpcEndpoints,
  type Tag,
} from '@aws-sdk/client-ec2';
import type { FoundObject } from '../inventory';
import type { ClientSettings } from './client-settings';

/** Made by an Auto Scaling group, which replaces it at will. */
const GROUP_TAG = 'aws:autoscaling:groupName';

export async function securityGroups(settings: ClientSettings, vpc: string): Promise<readonly FoundObject[]> {
  const found: FoundObject[] = [];
  for await (const { SecurityGroups = [] } of paginateDescribeSecurityGroups(paging(settings), inVpc(vpc))) {
    // every VPC has a default group, which cannot be deleted
    for (const { GroupId, GroupName = '' } of SecurityGroups.filter((group) => group.GroupName !== 'default')) {
      found.push(object(GroupId, GroupName, vpc, { name: GroupName }));
    }
  }
  return found;
}

export async function subnets(settings: ClientSettings, vpc: string): Promise<readonly FoundObject[]> {
  const found: FoundObject[] = [];
  for await (const { Subnets = [] } of paginateDescribeSubnets(paging(settings), inVpc(vpc))) {
    for (const { SubnetId, CidrBlock = '' } of Subnets)
      found.push(object(SubnetId, CidrBlock, vpc, { cidr_block: CidrBlock }));
  }
  return found;
}

export async function routeTables(settings: ClientSettings, vpc: string): Promise<readonly FoundObject[]> {
  const found: FoundObject[] = [];
  for await (const { RouteTables = [] } of paginateDescribeRouteTables(paging(settings), inVpc(vpc))) {
    const own = RouteTables.filter(({ Associations = [] }) => !Associations.some(({ Main }) => Main === true));
    for (const { RouteTableId, Tags } of own) found.push(object(RouteTableId, nameIn(Tags), vpc));
  }
  return found;
}

export async function natGateways(settings: ClientSettings, vpc: string): Promise<readonly FoundObject[]> {
  const found: FoundObject[] = [];
  for await (const { NatGateways = [] } of paginateDescribeNatGateways(paging(settings), {
    Filter: inVpc(vpc).Filters,
  })) {
    const present = NatGateways.filter(({ State }) => State !== 'deleted' && State !== 'deleting');
    for (const { NatGatewayId, Tags } of present) found.push(object(NatGatewayId, nameIn(Tags), vpc));
  }
  return found;
}

export async function vpcEndpoints(settings: ClientSettings, vpc: string): Promise<readonly FoundObject[]> {
  const found: FoundObject[] = [];
  for await (const { VpcEndpoints = [] } of paginateDescribeVpcEndpoints(paging(settings), inVpc(vpc))) {
    const present = VpcEndpoints.filter(({ State }) => State !== 'Deleted' && State !== 'Deleting');
    for (const { VpcEndpointId, ServiceName = '' } of present) {
      found.push(object(VpcEndpointId, ServiceName, vpc, { service_name: ServiceName }));
    }
  }
  return found;
}

export async function instances(settings: ClientSettings, vpc: string): Promise<readonly FoundObject[]> {
  const found: FoundObject[] = [];
  for await (const { Reservations = [] } of paginateDescribeInstances(paging(settings), inVpc(vpc))) {
    for (const { InstanceId, State, Tags = [], SubnetId } of Reservations.flatMap(({ Instances = [] }) => Instances)) {
      const gone = State?.Name === 'terminated' || State?.Name === 'shutting-down';
      if (gone || Tags.some(({ Key }) => Key === GROUP_TAG)) continue;
      found.push(object(InstanceId, nameIn(Tags), vpc, { subnet_id: SubnetId }));
    }
  }
  return found;
}

function paging(settings: ClientSettings): { client: EC2Client } {
  return { client: new EC2Client(settings) };
}

function inVpc(vpc: string): { Filters: { Name: string; Values: string[] }[] } {
  return { Filters: [{ Name: 'vpc-id', Values: [vpc] }] };
}

function object(id = '', label: string, vpc: string, values: FoundObject['values'] = {}): FoundObject {
  return { id, label: label === '' ? id : `${id} (${label})`, values: { id, vpc_id: vpc, ...values } };
}

function nameIn(tags: readonly Tag[] = []): string {
  return tags.find(({ Key }) => Key === 'Name')?.Value ?? '';
}
