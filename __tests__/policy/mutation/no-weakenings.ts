import type { JsonObject } from '../../../src/terraform/json';
import {
  isBehindDenialOf,
  isDenial,
  isForATier,
  isForPortsOfATier,
  isNotParameter,
  risesInAge,
  type Holds,
} from './weakened-resource';
import type { Weakening } from './weakenings';

/** Guards of fixtures that weaken nothing where they stand in production. */
export interface NoWeakening {
  readonly rules: readonly string[];
  /** What it is about: `type.name path`. */
  readonly where: RegExp;
  /** @default - every value */
  readonly values?: readonly unknown[];
  /** @default - whatever the resource is then */
  readonly when?: Holds;
  readonly why: string;
}

/** None of them covers a guard that the rule catches, and each covers one: the test of production sees to it. */
export const NO_WEAKENINGS: readonly NoWeakening[] = [
  {
    rules: ['WPHA-EC2-017'],
    where: /^aws_iam_role_policy\.(Network_FlowLogs|BackupRole)_Policy_\w+ role$/,
    why: 'roles of flow logs and of backups; SSM needs those of instances only',
  },
  {
    rules: ['WPHA-ELB-003', 'WPHA-ELB-004'],
    where: /^aws_lb_listener\.\S*Http_\w+ ssl_policy$/,
    why: 'a listener for HTTP encrypts nothing, whatever its policy',
  },
  {
    rules: ['WPHA-ELB-001', 'WPHA-SG-005'],
    where: /^aws_lb_listener\.\S*Https_\w+ default_action/,
    why: 'the rule is about redirects of plain HTTP; here the connection is encrypted already',
  },
  {
    rules: ['WPHA-ELB-015'],
    where: /^aws_lb_listener\.\S+ default_action\.0\.type$/,
    why: 'the rule is about load balancers behind a distribution, and production has none before this one',
  },
  {
    rules: ['WPHA-IAM-020'],
    where: /^aws_iam_role\.\S+ permissions_boundary$/,
    values: [''],
    why: 'an empty boundary is none, as before; the environment decides whether roles have one',
  },
  {
    rules: ['WPHA-KMS-009', 'WPHA-KMS-010'],
    where: /^aws_ssm_parameter\.Setting-\S+ (key_id|type)$/,
    why: 'parameters here hold settings, no secrets; a key would protect what is public',
  },
  {
    rules: ['WPHA-KMS-011', 'WPHA-LOG-003'],
    where: /^aws_kms_key\.Key_\w+ policy$/,
    why: 'the key of the state encrypts no logs, so nobody has to be let use it',
  },
  {
    rules: ['WPHA-LOG-014'],
    where:
      /^aws_cloudwatch_metric_alarm\.(Fleet_|Delivery_|SiteErrors_|Database_Database(Memory|Queue|Swap)_|Files_FilesOperations_|LoadBalancer_(CertificateExpiry|RejectedConnections|TargetConnectionErrors)_)\S* metric_name$/,
    why: 'the rule asks for no alarm about what these watch',
  },
  {
    rules: ['WPHA-LOG-014'],
    where:
      /^aws_cloudwatch_metric_alarm\.(Files_FilesThroughput_|LoadBalancer_(HealthyHosts|UnhealthyHosts|TargetErrors|LoadBalancerErrors)_|Nat_Nat(Packets|Ports)-)\S+ metric_name$/,
    why: 'another alarm watches for the same trouble, and the rule asks for one',
  },
  {
    rules: ['WPHA-LOG-014'],
    where: /^aws_cloudwatch_metric_alarm\.(Database|Delivery|Files|Fleet|LoadBalancer)_\S+ dimensions\.NatGatewayId$/,
    why: 'the alarm is not about NAT gateways',
  },
  {
    rules: ['WPHA-LOG-014'],
    where: /^aws_cloudwatch_metric_alarm\.Nat_Nat(Packets|Ports)-\S+ dimensions\.NatGatewayId$/,
    why: 'the other alarm of the gateway watches for the same trouble, and the rule asks for one',
  },
  {
    rules: ['WPHA-RDS-011'],
    where: /^aws_db_parameter_group\.\S+ parameter\.\d+\.value$/,
    when: isNotParameter('require_secure_transport'),
    why: 'parameters that are not about TLS',
  },
  {
    rules: ['WPHA-S3-011', 'WPHA-S3-012'],
    where: /\.LogsBucket_/,
    why: 'load balancers write only to buckets without a customer key, and logs are written once',
  },
  {
    rules: ['WPHA-S3-021'],
    where: /^aws_s3_bucket\.(Logs|Media|Releases)?Bucket_\w+ object_lock_enabled$/,
    values: [false],
    why: 'that is what it is when left out',
  },
  {
    rules: ['WPHA-S3-024'],
    where: /^aws_s3_bucket_lifecycle_configuration\.\S+ rule\.\d+\.(expiration|transition)\.\d+\.days$/,
    when: risesInAge,
    why: 'days that contradict each other in the fixture do not in these lifecycles',
  },
  {
    rules: ['WPHA-SG-007', 'WPHA-SG-009'],
    where: /^aws_vpc_security_group_(in|e)gress_rule\.\S+_To(Database|Files|Fleet)(In|E)gress_/,
    why: 'a rule between two groups opens nothing that the rule of the other group does not open too',
  },
  {
    rules: ['WPHA-SG-017'],
    where: /^aws_vpc_security_group_ingress_rule\.LoadBalancer_FromInternet(80|443)_\w+ cidr_ipv4$/,
    why: 'less than the internet, which may reach the load balancer on these ports',
  },
  {
    rules: ['WPHA-SG-017'],
    where: /^aws_vpc_security_group_ingress_rule\.LoadBalancer_ToFleetIngress_\w+ cidr_ipv4$/,
    why: 'a rule has one source, and this one has a group; with two the provider refuses it',
  },
  {
    rules: ['WPHA-SG-004'],
    where: /^aws_vpc_security_group_ingress_rule\.LoadBalancer_FromInternet(80|443)_\w+ cidr_ipv6$/,
    why: 'the world may reach the load balancer on these ports, over IPv6 too',
  },
  {
    rules: ['WPHA-SG-011', 'WPHA-SG-012', 'WPHA-SG-013', 'WPHA-SG-014'],
    where: /^aws_network_acl\.\S+ ingress\.\d+\.(from_port|to_port|protocol)$/,
    when: isForATier,
    why: 'the entry is for a tier of the network, which is not the world',
  },
  {
    rules: ['WPHA-SG-015'],
    where: /^aws_network_acl\.\S+ ingress\.\d+\.from_port$/,
    when: isForPortsOfATier,
    why: 'the entry is for a tier of the network and ends at a port of its own; the rule is about every port',
  },
  {
    rules: ['WPHA-SG-011', 'WPHA-SG-012', 'WPHA-SG-013', 'WPHA-SG-014', 'WPHA-SG-015'],
    where: /^aws_network_acl\.\S+ ingress\.\d+\.(from_port|to_port|protocol)$/,
    when: isDenial,
    why: 'the entry denies, and goes on denying the port',
  },
  {
    rules: ['WPHA-SG-012'],
    where: /^aws_network_acl\.\S+ ingress\.\d+\.(to_port|protocol)$/,
    when: isBehindDenialOf(3389),
    why: 'an entry with a lower number denies the port to the world',
  },
  {
    rules: ['WPHA-VPC-008'],
    where: /^aws_route\.\S+ destination_ipv6_cidr_block$/,
    why: 'a route has one destination; with two the provider refuses it',
  },
  {
    rules: ['WPHA-WAF-004'],
    where: /^aws_cloudwatch_log_group\.\S+ name$/,
    why: 'log groups that no web ACL writes to may have any name',
  },
];

/** Whether an exclusion covers a weakening. */
export function covers(
  { rules, where, values, when }: NoWeakening,
  { rule, type, name, path, value }: Weakening,
  weakened: JsonObject,
): boolean {
  return (
    rules.includes(rule.id) &&
    where.test(`${type}.${name} ${path.join('.')}`.trimEnd()) &&
    (values === undefined || values.includes(value)) &&
    (when === undefined || when(weakened, path))
  );
}
