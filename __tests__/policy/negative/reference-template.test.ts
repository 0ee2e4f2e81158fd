import { judge } from '../../../src/policy/evaluation/judge';
import type { ResourceGraph } from '../../../src/policy/model/resource-graph';
import { PROOFS } from '../../../src/policy/proofs';
import { prove } from '../../../src/policy/proofs/prove';
import { RULES } from '../../../src/policy/rules';
import { planned, synthesized } from '../support/configuration';
import { REFERENCE_TEMPLATE } from './reference-template';

const graph = synthesized(REFERENCE_TEMPLATE);
const counterExamples = prove(graph, PROOFS).flatMap((result) =>
  result.counterExamples.map(({ message }) => `${result.proof.name}: ${message}`),
);
/** Every failure as `rule address part`. */
function failuresIn(model: ResourceGraph): readonly string[] {
  return RULES.flatMap((rule) =>
    model
      .ofType(...new Set(rule.appliesTo))
      .flatMap((resource) => judge(rule, resource, model).findings)
      .filter(({ kind }) => kind === 'fail')
      .map(({ address, part }) => `${rule.id} ${address} ${part}`),
  );
}

const named = [...failuresIn(graph), ...counterExamples];

const WEB = 'aws_security_group.WebServerSecurityGroup';
const DATABASE = 'aws_db_instance.Database';
const TEMPLATE = 'aws_launch_template.LaunchConfiguration';
const FILES = 'aws_efs_file_system.EFSFileSystem';

/** What is wrong with the template, each with what names it; all of them must. */
const VIOLATIONS: readonly (readonly [violation: string, ...namedBy: readonly string[]])[] = [
  [
    'SSH from everywhere to the web servers',
    `WPHA-SG-002 ${WEB} 0.0.0.0/0:22`,
    'reachability: the internet can reach instance web/aws_autoscaling_group.AutoScalingGroup by tcp 22 over IPv4, which nothing needs',
  ],
  ['public addresses on web servers', `WPHA-EC2-003 ${TEMPLATE} network_interfaces.associate_public_ip_address`],
  ['no private subnet', 'WPHA-VPC-013 aws_db_subnet_group.DBSubnetGroup aws_subnet.SubnetA'],
  [
    'network ACLs that let everything pass',
    'WPHA-SG-015 aws_network_acl_rule.NetworkAclEntryIngress 100',
    'WPHA-SG-011 aws_network_acl_rule.NetworkAclEntryIngress 0.0.0.0/0:22',
  ],
  ['HTTP only', 'WPHA-ELB-001 aws_lb_listener.LoadBalancerListener default_action'],
  ['the password of the database in plain text', `WPHA-RDS-025 ${DATABASE} password`],
  ['the password of the database in user data', `WPHA-EC2-004 ${TEMPLATE} password`],
  ['no backups of the database', `WPHA-RDS-007 ${DATABASE} backup_retention_period`],
  [
    'the database goes with the stack',
    `WPHA-RDS-024 ${DATABASE} skip_final_snapshot`,
    `WPHA-RDS-008 ${DATABASE} deletion_protection`,
  ],
  [
    'no standby of the database',
    `WPHA-RDS-003 ${DATABASE} multi_az`,
    'no-single-point: web/aws_db_instance.Database has no standby in another zone',
  ],
  ['no encryption of the database', `WPHA-RDS-001 ${DATABASE} storage_encrypted`],
  ['no encryption of the files', `WPHA-EFS-001 ${FILES} encrypted`],
  ['no encryption of volumes', `WPHA-EC2-005 ${TEMPLATE} block_device_mappings.ebs.encrypted`],
  ['no role of the instances', `WPHA-EC2-016 ${TEMPLATE} iam_instance_profile`],
  ['packages of any version', `WPHA-EC2-500 ${TEMPLATE} php70`, `WPHA-EC2-500 ${TEMPLATE} httpd24`],
  ['directories are listed', `WPHA-EC2-502 ${TEMPLATE} Options Indexes`],
  [
    'WP-CLI from a branch',
    `WPHA-EC2-501 ${TEMPLATE} https://raw.githubusercontent.com/wp-cli/builds/gh-pages/phar/wp-cli.phar`,
  ],
  [
    'no logs of the database and the load balancer',
    `WPHA-RDS-005 ${DATABASE} enabled_cloudwatch_logs_exports`,
    'WPHA-ELB-007 aws_lb.LoadBalancer access_logs.enabled',
  ],
  ['no alarms', `WPHA-LOG-014 ${DATABASE} CPU`, 'WPHA-LOG-014 aws_lb.LoadBalancer server errors'],
  ['no flow logs', 'WPHA-VPC-001 aws_vpc.VPC missing'],
  [
    'everything may go out, from every group',
    ...['LoadBalancer', 'WebServer', 'Database', 'EFS'].map(
      (name) => `WPHA-SG-009 aws_security_group.${name}SecurityGroup 0.0.0.0/0`,
    ),
  ],
];

test.each(VIOLATIONS)('names: %s', (_violation, ...namedBy) => {
  expect(named).toEqual(expect.arrayContaining(namedBy));
});

test('rules name them on the first plan too', () => {
  const onPlan = new Set(failuresIn(planned(REFERENCE_TEMPLATE)));
  const byRules = VIOLATIONS.flatMap(([, ...namedBy]) => namedBy).filter((each) => each.startsWith('WPHA-'));

  expect(byRules.filter((each) => !onPlan.has(each))).toEqual([]);
});

test('prints how many violations are named', () => {
  const found = VIOLATIONS.filter(([, ...namedBy]) => namedBy.every((each) => named.includes(each)));

  process.stdout.write(`violations of the reference template named: ${found.length} of ${VIOLATIONS.length}\n`);
  expect(found).toHaveLength(VIOLATIONS.length);
});
