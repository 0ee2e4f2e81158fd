import { placeholderArn, placeholderUuid, typeOfArnAttribute, type PlaceholderSeed } from './placeholder-arn';

/** Types whose id is a prefix and 17 hexadecimal digits. */
const PREFIXES: Readonly<Record<string, string>> = {
  aws_customer_gateway: 'cgw',
  aws_default_network_acl: 'acl',
  aws_default_security_group: 'sg',
  aws_ebs_volume: 'vol',
  aws_efs_access_point: 'fsap',
  aws_efs_file_system: 'fs',
  aws_efs_mount_target: 'fsmt',
  aws_egress_only_internet_gateway: 'eigw',
  aws_eip: 'eipalloc',
  aws_flow_log: 'fl',
  aws_instance: 'i',
  aws_internet_gateway: 'igw',
  aws_launch_template: 'lt',
  aws_nat_gateway: 'nat',
  aws_network_acl: 'acl',
  aws_network_interface: 'eni',
  aws_route_table: 'rtb',
  aws_route_table_association: 'rtbassoc',
  aws_security_group: 'sg',
  aws_subnet: 'subnet',
  aws_vpc: 'vpc',
  aws_vpc_dhcp_options: 'dopt',
  aws_vpc_endpoint: 'vpce',
  aws_vpc_security_group_egress_rule: 'sgr',
  aws_vpc_security_group_ingress_rule: 'sgr',
};
/** Attributes of any type that hold the id of some other object. */
const ID_PREFIXES: Readonly<Record<string, string>> = {
  allocation_id: 'eipalloc',
  default_network_acl_id: 'acl',
  default_route_table_id: 'rtb',
  default_security_group_id: 'sg',
  file_system_id: 'fs',
  internet_gateway_id: 'igw',
  main_route_table_id: 'rtb',
  nat_gateway_id: 'nat',
  network_interface_id: 'eni',
  prefix_list_id: 'pl',
  route_table_id: 'rtb',
  security_group_id: 'sg',
  subnet_id: 'subnet',
  vpc_id: 'vpc',
};
const ARN_IS_ID = new Set([
  'aws_acm_certificate',
  'aws_iam_policy',
  'aws_lb',
  'aws_lb_listener',
  'aws_lb_target_group',
  'aws_secretsmanager_secret',
  'aws_sns_topic',
]);
const NUMBERS: Readonly<Record<string, number>> = { port: 3306, latest_version: 1, default_version: 1 };

/** A value of the right kind and form for an attribute that AWS chooses. */
export function placeholderAttribute(type: string, attribute: string, seed: PlaceholderSeed): unknown {
  const { name, hex, region } = seed;
  const id = placeholderId(type, seed);
  if (attribute === 'id') return id;
  if (attribute === 'arn') return placeholderArn(type, id, seed);
  const other = typeOfArnAttribute(attribute);
  if (other !== undefined) return placeholderArn(other === 'aws_resource' ? type : other, id, seed);
  const prefix = ID_PREFIXES[attribute];
  if (prefix !== undefined) return `${prefix}-0${hex.slice(0, 16)}`;
  const number = NUMBERS[attribute];
  if (number !== undefined) return number;
  const database = `${name}.${hex.slice(0, 12)}.${region}.rds.amazonaws.com`;
  const special: Readonly<Record<string, unknown>> = {
    address: database,
    arn_suffix: placeholderArn(type, id, seed)
      .split(/:loadbalancer\/|:(?=targetgroup\/)/)
      .at(-1),
    bucket_domain_name: `${name}.s3.amazonaws.com`,
    bucket_regional_domain_name: `${name}.s3.${region}.amazonaws.com`,
    dns_name:
      type === 'aws_efs_file_system'
        ? `${id}.efs.${region}.amazonaws.com`
        : `${name}-1234567890.${region}.elb.amazonaws.com`,
    domain_name:
      type === 'aws_cloudfront_distribution' ? `d${hex.slice(0, 13)}.cloudfront.net` : `${name}.s3.amazonaws.com`,
    endpoint: type === 'aws_db_instance' ? `${database}:3306` : `${name}.${region}.amazonaws.com`,
    hosted_zone_id: `Z${hex.slice(0, 13).toUpperCase()}`,
    ipv6_cidr_block: '2001:db8:1234:1a00::/56',
    key_id: placeholderUuid(hex),
    master_user_secret: [
      { secret_arn: placeholderArn('aws_secretsmanager_secret', id, seed), secret_status: 'active', kms_key_id: '' },
    ],
    name_servers: [0, 1, 2, 3].map((index) => `ns-${index}.awsdns-0${index}.example`),
    owner_id: seed.accountId,
    private_ip: '10.0.0.10',
    public_ip: '203.0.113.10',
    resource_id: `db-${hex.slice(0, 26).toUpperCase()}`,
    zone_id: `Z${hex.slice(0, 13).toUpperCase()}`,
  };
  return attribute in special ? special[attribute] : name;
}

function placeholderId(type: string, seed: PlaceholderSeed): string {
  const prefix = PREFIXES[type];
  if (prefix !== undefined) return `${prefix}-0${seed.hex.slice(0, 16)}`;
  if (ARN_IS_ID.has(type)) return placeholderArn(type, seed.name, seed);
  if (type === 'aws_kms_key' || type === 'aws_wafv2_web_acl') return placeholderUuid(seed.hex);
  if (type === 'aws_route53_zone') return `Z${seed.hex.slice(0, 13).toUpperCase()}`;
  if (type === 'aws_cloudfront_distribution') return `E${seed.hex.slice(0, 13).toUpperCase()}`;
  return seed.name;
}
