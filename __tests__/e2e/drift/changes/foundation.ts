import { deleted, invisible, revertable, unmanaged, type OutsideChange } from './outside-change';

const NOTE = [{ Key: 'Note', Value: 'by hand' }];

export const FOUNDATION_CHANGES: readonly OutsideChange[] = [
  {
    what: 'names in the network are not resolved any more',
    call: 'ec2.modify_vpc_attribute',
    parameters: { VpcId: '{aws_vpc.Network.id}', EnableDnsHostnames: { Value: false } },
    finding: revertable('aws_vpc.Network', 'enable_dns_hostnames', 'high'),
  },
  {
    what: 'a private subnet gives public addresses',
    call: 'ec2.modify_subnet_attribute',
    parameters: { SubnetId: '{aws_subnet.Network_Private-eu-west-1a.id}', MapPublicIpOnLaunch: { Value: true } },
    finding: revertable('aws_subnet.Network_Private-eu-west-1a', 'map_public_ip_on_launch', 'high'),
  },
  {
    what: 'a note on a subnet',
    call: 'ec2.create_tags',
    parameters: { Resources: ['{aws_subnet.Network_Private-eu-west-1b.id}'], Tags: NOTE },
    finding: revertable('aws_subnet.Network_Private-eu-west-1b', 'tags.Note', 'info'),
  },
  {
    what: 'a note on an address',
    call: 'ec2.create_tags',
    parameters: { Resources: ['{aws_eip.Network_NatGateways_Address.id}'], Tags: NOTE },
    finding: revertable('aws_eip.Network_NatGateways_Address', 'tags.Note', 'info'),
  },
  {
    what: 'a note on the NAT gateway',
    call: 'ec2.create_tags',
    parameters: { Resources: ['{aws_nat_gateway.Network_NatGateways.id}'], Tags: NOTE },
    finding: revertable('aws_nat_gateway.Network_NatGateways', 'tags.Note', 'info'),
  },
  {
    what: 'a note on the internet gateway',
    call: 'ec2.create_tags',
    parameters: { Resources: ['{aws_internet_gateway.Network_InternetGateway.id}'], Tags: NOTE },
    finding: revertable('aws_internet_gateway.Network_InternetGateway', 'tags.Note', 'info'),
  },
  {
    what: 'a route to a network nobody knows',
    call: 'ec2.create_route',
    parameters: {
      RouteTableId: '{aws_route_table.Network_Routing_Private-eu-west-1a.id}',
      DestinationCidrBlock: '192.168.0.0/16',
      NatGatewayId: '{aws_nat_gateway.Network_NatGateways.id}',
    },
    finding: invisible('aws_route_table.Network_Routing_Private-eu-west-1a', 'aws_route', 'high'),
  },
  {
    what: 'the isolated subnets have a way to the internet',
    call: 'ec2.create_route',
    parameters: {
      RouteTableId: '{aws_route_table.Network_Routing_Isolated.id}',
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: '{aws_internet_gateway.Network_InternetGateway.id}',
    },
    finding: revertable('aws_route_table.Network_Routing_Isolated', 'route', 'high'),
  },
  {
    what: 'the private subnets of a zone have no way out',
    call: 'ec2.delete_route',
    parameters: {
      RouteTableId: '{aws_route_table.Network_Routing_Private-eu-west-1b.id}',
      DestinationCidrBlock: '0.0.0.0/0',
    },
    finding: deleted('aws_route.Network_Routing_PrivateToInternet-eu-west-1b', 'high'),
  },
  {
    what: 'the network ACL of the isolated subnets lets the world in',
    call: 'ec2.create_network_acl_entry',
    parameters: {
      NetworkAclId: '{aws_network_acl.Network_NetworkAcls_Isolated.id}',
      ...{ RuleNumber: 50, Protocol: '-1', RuleAction: 'allow', Egress: false, CidrBlock: '0.0.0.0/0' },
    },
    finding: revertable('aws_network_acl.Network_NetworkAcls_Isolated', 'ingress', 'critical'),
  },
  {
    what: 'traffic is not recorded any more',
    call: 'ec2.delete_flow_logs',
    parameters: { FlowLogIds: ['{aws_flow_log.Network_FlowLogs.id}'] },
    finding: deleted('aws_flow_log.Network_FlowLogs', 'high'),
  },
  {
    what: 'a note on the endpoint of S3',
    call: 'ec2.create_tags',
    parameters: { Resources: ['{aws_vpc_endpoint.Network_Endpoints_S3.id}'], Tags: NOTE },
    finding: revertable('aws_vpc_endpoint.Network_Endpoints_S3', 'tags.Note', 'info'),
  },
  {
    what: 'the key of the logs is not rotated any more',
    call: 'kms.disable_key_rotation',
    parameters: { KeyId: '{aws_kms_key.ObservationKey.id}' },
    finding: revertable('aws_kms_key.ObservationKey', 'enable_key_rotation', 'medium', 'WPHA-KMS-001'),
  },
  {
    what: 'the data key has lost its name',
    call: 'kms.delete_alias',
    parameters: { AliasName: '{aws_kms_alias.DataKey_Alias.name}' },
    finding: deleted('aws_kms_alias.DataKey_Alias', 'high'),
  },
  {
    what: 'the role of the flow logs may do everything',
    call: 'iam.attach_role_policy',
    parameters: {
      RoleName: '{aws_iam_role.Network_FlowLogs_Role.name}',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    },
    finding: revertable(
      'aws_iam_role_policy_attachments_exclusive.Network_FlowLogs_ExclusivePolicies_Attached',
      'aws_iam_role_policy_attachment',
      'critical',
    ),
  },
  {
    what: 'a security group beside ours',
    call: 'ec2.create_security_group',
    parameters: { GroupName: 'by-hand', Description: 'by hand', VpcId: '{aws_vpc.Network.id}' },
    finding: unmanaged('aws_security_group'),
  },
  {
    what: 'a subnet beside ours',
    call: 'ec2.create_subnet',
    parameters: { VpcId: '{aws_vpc.Network.id}', CidrBlock: '10.20.250.0/24' },
    finding: unmanaged('aws_subnet'),
  },
  {
    what: 'a route table beside ours',
    call: 'ec2.create_route_table',
    parameters: { VpcId: '{aws_vpc.Network.id}' },
    finding: unmanaged('aws_route_table'),
  },
  {
    what: 'an instance that no group made',
    call: 'ec2.run_instances',
    parameters: {
      ...{ ImageId: 'ami-12c6146b', InstanceType: 't4g.nano', MinCount: 1, MaxCount: 1 },
      SubnetId: '{aws_subnet.Network_Public-eu-west-1a.id}',
    },
    finding: unmanaged('aws_instance'),
  },
];
