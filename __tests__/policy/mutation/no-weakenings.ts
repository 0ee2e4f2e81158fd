import type { Weakening } from './weakenings';

/** Guards of fixtures that weaken nothing where they stand in production. */
interface NoWeakening {
  readonly rules: readonly string[];
  /** What it is about: `type.name path`. */
  readonly where: RegExp;
  /** @default - every value */
  readonly values?: readonly unknown[];
  readonly why: string;
}

const NO_WEAKENINGS: readonly NoWeakening[] = [
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
    where: /^aws_lb_listener\./,
    why: 'the rule is about load balancers behind a distribution, and production has none before this one',
  },
  {
    rules: ['WPHA-IAM-020'],
    where: /permissions_boundary$/,
    values: [''],
    why: 'an empty boundary is none, as before; the environment decides whether roles have one',
  },
  {
    rules: ['WPHA-KMS-009', 'WPHA-KMS-010'],
    where: /^aws_ssm_parameter\./,
    why: 'parameters here hold settings, no secrets; a key would protect what is public',
  },
  {
    rules: ['WPHA-KMS-011', 'WPHA-LOG-003'],
    where: /^aws_kms_key\.Key_\w+ policy$/,
    why: 'the key of the state encrypts no logs, so nobody has to be let use it',
  },
  {
    rules: ['WPHA-LOG-002'],
    where: /retention_in_days$/,
    values: [180],
    why: 'the fixture is judged against a year; the environment keeps logs as long as it states',
  },
  {
    rules: ['WPHA-LOG-014'],
    where: /^aws_cloudwatch_metric_alarm\./,
    why: 'an alarm about something else is none that the rule asks for, and one of several for the same thing may go',
  },
  {
    rules: ['WPHA-RDS-011'],
    where: /^aws_db_parameter_group\.\S+ parameter\.\d+\.value$/,
    why: 'parameters that are not about TLS',
  },
  {
    rules: ['WPHA-S3-011', 'WPHA-S3-012'],
    where: /\.LogsBucket_/,
    why: 'load balancers write only to buckets without a customer key, and logs are written once',
  },
  {
    rules: ['WPHA-S3-021', 'WPHA-S3-022'],
    where: /(object_lock_enabled|mfa_delete)$/,
    values: [false, 'Disabled'],
    why: 'that is what it is when left out',
  },
  {
    rules: ['WPHA-S3-024'],
    where: /\.(expiration|transition)\.\d+\.days$/,
    why: 'days that contradict each other in the fixture do not in these lifecycles',
  },
  {
    rules: ['WPHA-SG-007', 'WPHA-SG-009'],
    where: /^aws_vpc_security_group_(in|e)gress_rule\.\S+_To(Database|Files|Fleet)(In|E)gress_/,
    why: 'a rule between two groups opens nothing that the rule of the other group does not open too',
  },
  {
    rules: ['WPHA-SG-017'],
    where: /^aws_vpc_security_group_ingress_rule\.LoadBalancer_/,
    why: 'ports of the web tier; the rule is about those of databases, files and caches',
  },
  {
    rules: ['WPHA-SG-004'],
    where: /^aws_vpc_security_group_ingress_rule\.LoadBalancer_FromInternet(80|443)_\w+ cidr_ipv6$/,
    why: 'the world may reach the load balancer on these ports, over IPv6 too',
  },
  {
    rules: ['WPHA-SG-011', 'WPHA-SG-012', 'WPHA-SG-013', 'WPHA-SG-014', 'WPHA-SG-015'],
    where: /^aws_network_acl\.\S+ ingress\.\d+\./,
    why: 'entries for a tier of the network, which is not the world; denials; and entries behind the denial of the port',
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

/** Why a guard weakens nothing there; undefined where it does. */
export function whyNoWeakening({ rule, type, name, path, value }: Weakening): string | undefined {
  const where = `${type}.${name} ${path.join('.')}`.trimEnd();
  return NO_WEAKENINGS.find(
    (each) =>
      each.rules.includes(rule.id) &&
      each.where.test(where) &&
      (each.values === undefined || each.values.includes(value)),
  )?.why;
}
