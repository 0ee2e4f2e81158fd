import { InstanceRole, type InstanceRoleProps } from '../../src/security';
import { synthesize } from '../../src/testing';
import { ACCOUNT, decide } from './simulation';

const AWS = 'arn:aws';
const HOME = `eu-west-1:${ACCOUNT}`;
const KEY = `${AWS}:kms:${HOME}:key/11111111-2222-3333-4444-555555555555`;
const FILES = `${AWS}:elasticfilesystem:${HOME}:file-system/fs-0123456789abcdef0`;
const ACCESS_POINT = `${AWS}:elasticfilesystem:${HOME}:access-point/fsap-0123456789abcdef0`;
const SITE_SECRET = `${AWS}:secretsmanager:${HOME}:secret:wordpress-production-site-AbCdEf`;
const MASTER_SECRET = `${AWS}:secretsmanager:${HOME}:secret:rds!db-11111111-AbCdEf`;
const GROUP = `${AWS}:autoscaling:${HOME}:autoScalingGroup:11111111-2222-3333-4444-555555555555:autoScalingGroupName`;
const KEY_THROUGH = (service: string) => ({ 'kms:ViaService': `${service}.eu-west-1.amazonaws.com` });
const THROUGH_ACCESS_POINT = { 'elasticfilesystem:AccessPointArn': ACCESS_POINT, 'aws:SecureTransport': 'true' };

const PROPS: InstanceRoleProps = {
  name: { system: 'wordpress', environment: 'production' },
  accountId: ACCOUNT,
  region: 'eu-west-1',
  releases: { bucketArn: `${AWS}:s3:::releases`, prefix: 'wordpress/production' },
  secretArns: [SITE_SECRET],
  logGroupNames: ['/wordpress/production/php'],
  metricsNamespace: 'Site/Instances',
  autoScalingGroupName: 'wordpress-production-web',
  keyArns: [KEY],
  sharedFiles: { fileSystemArn: FILES, accessPointArn: ACCESS_POINT },
  media: { bucketArn: `${AWS}:s3:::media` },
};

const roleJson = (props: Partial<InstanceRoleProps> = {}) =>
  synthesize((stack) => {
    new InstanceRole(stack, 'Role', { ...PROPS, ...props });
  });

const policyOf = (props: Partial<InstanceRoleProps> = {}) =>
  String(roleJson(props).only('aws_iam_role_policy')['policy']);

const statements = (policy: string) =>
  (JSON.parse(policy) as { Statement: { Sid: string; Action: string[]; Resource: string[] }[] }).Statement;

const policy = policyOf();

const ALLOWED: readonly [string, string, Record<string, string>][] = [
  ['s3:GetObject', `${AWS}:s3:::releases/wordpress/production/current`, {}],
  ['s3:GetObject', `${AWS}:s3:::releases/wordpress/production/r42/code.tar.gz`, {}],
  ['s3:ListBucket', `${AWS}:s3:::releases`, {}],
  ['ssm:GetParametersByPath', `${AWS}:ssm:${HOME}:parameter/wordpress/production`, {}],
  ['ssm:GetParameter', `${AWS}:ssm:${HOME}:parameter/wordpress/production/site-url`, {}],
  ['secretsmanager:GetSecretValue', SITE_SECRET, {}],
  ['kms:Decrypt', KEY, KEY_THROUGH('secretsmanager')],
  ['kms:Decrypt', KEY, KEY_THROUGH('s3')],
  ['kms:GenerateDataKey', KEY, KEY_THROUGH('s3')],
  ['elasticfilesystem:ClientMount', FILES, THROUGH_ACCESS_POINT],
  ['elasticfilesystem:ClientWrite', FILES, THROUGH_ACCESS_POINT],
  ['logs:PutLogEvents', `${AWS}:logs:${HOME}:log-group:/wordpress/production/php:log-stream:i-1`, {}],
  ['logs:CreateLogStream', `${AWS}:logs:${HOME}:log-group:/wordpress/production/php:*`, {}],
  ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'Site/Instances' }],
  ['ec2:DescribeTags', '*', { 'aws:RequestedRegion': 'eu-west-1' }],
  ['autoscaling:CompleteLifecycleAction', `${GROUP}/wordpress-production-web`, {}],
  ['autoscaling:SetInstanceHealth', `${GROUP}/wordpress-production-web`, {}],
  ['ssmmessages:OpenControlChannel', '*', {}],
  ['s3:PutObject', `${AWS}:s3:::media/uploads/2026/11/a.jpg`, {}],
  ['s3:DeleteObject', `${AWS}:s3:::media/uploads/2026/11/a.jpg`, {}],
  ['s3:ListBucket', `${AWS}:s3:::media`, { 's3:prefix': 'uploads/2026/' }],
];

const DENIED: readonly [string, string, Record<string, string>][] = [
  ['s3:GetObject', `${AWS}:s3:::releases/wordpress/staging/current`, {}],
  ['s3:GetObject', `${AWS}:s3:::releases/wordpress/production2/current`, {}],
  ['s3:PutObject', `${AWS}:s3:::releases/wordpress/production/current`, {}],
  ['s3:GetObject', `${AWS}:s3:::media/private/a.sql`, {}],
  ['s3:PutObject', `${AWS}:s3:::backups/a`, {}],
  ['s3:ListBucket', `${AWS}:s3:::media`, { 's3:prefix': '' }],
  ['s3:ListAllMyBuckets', '*', {}],
  ['ssm:GetParameter', `${AWS}:ssm:${HOME}:parameter/wordpress/staging/site-url`, {}],
  ['ssm:PutParameter', `${AWS}:ssm:${HOME}:parameter/wordpress/production/site-url`, {}],
  ['secretsmanager:GetSecretValue', MASTER_SECRET, {}],
  ['secretsmanager:PutSecretValue', SITE_SECRET, {}],
  ['kms:Decrypt', KEY, {}],
  ['kms:Decrypt', KEY, KEY_THROUGH('rds')],
  ['elasticfilesystem:ClientMount', FILES, { 'aws:SecureTransport': 'true' }],
  ['elasticfilesystem:ClientMount', FILES, { ...THROUGH_ACCESS_POINT, 'aws:SecureTransport': 'false' }],
  ['elasticfilesystem:ClientRootAccess', FILES, THROUGH_ACCESS_POINT],
  ['logs:PutLogEvents', `${AWS}:logs:${HOME}:log-group:/wordpress/production/vpc-flow-logs:log-stream:i-1`, {}],
  ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'AWS/EC2' }],
  ['autoscaling:SetInstanceHealth', `${GROUP}/wordpress-staging-web`, {}],
  ['autoscaling:UpdateAutoScalingGroup', `${GROUP}/wordpress-production-web`, {}],
  ['rds:DescribeDBInstances', `${AWS}:rds:${HOME}:db:wordpress-production`, {}],
  ['rds:DeleteDBInstance', `${AWS}:rds:${HOME}:db:wordpress-production`, {}],
  ['ec2:TerminateInstances', `${AWS}:ec2:${HOME}:instance/i-0123456789abcdef0`, {}],
  ['iam:PassRole', `${AWS}:iam::${ACCOUNT}:role/admin`, {}],
];

describe('the policy of the instance role', () => {
  test.each(ALLOWED)('allows %s on %s %p', async (action, resource, context) => {
    expect(await decide({ identity: policy }, { action, resource, context })).toBe('Allowed');
  });

  test.each(DENIED)('refuses %s on %s %p', async (action, resource, context) => {
    expect(await decide({ identity: policy }, { action, resource, context })).toBe('ImplicitlyDenied');
  });

  test('names every resource but where AWS knows none', () => {
    const wild = statements(policy).filter(({ Resource }) => Resource.includes('*'));

    expect(wild.map(({ Sid }) => Sid)).toEqual(['PublishMetrics', 'NameGroupInMetrics', 'SessionManager']);
    expect(statements(policy).flatMap(({ Action }) => Action.filter((action) => action.includes('*')))).toEqual([]);
  });

  test('leaves out what the site does not have', () => {
    const bare = { secretArns: [], logGroupNames: [], keyArns: undefined, sharedFiles: undefined, media: undefined };
    const sids = statements(policyOf(bare)).map(({ Sid }) => Sid);

    expect(sids).toEqual([
      'ReadReleases',
      'TellMissingReleases',
      'ReadSettings',
      'PublishMetrics',
      'NameGroupInMetrics',
      'ReportToOwnGroup',
      'SessionManager',
    ]);
  });

  test('fits into the 10240 characters of inline policies that a role may have', () => {
    expect(policy.length).toBeLessThan(10_240 / 2);
  });
});

describe('InstanceRole', () => {
  test('is for EC2 alone and has a profile that waits for its policy', () => {
    const json = roleJson();
    const trust = JSON.parse(String(json.only('aws_iam_role')['assume_role_policy'])) as unknown;
    const [policyName] = Object.keys(json.resources('aws_iam_role_policy'));

    expect(trust).toMatchObject({ Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' } }] });
    expect(json.only('aws_iam_instance_profile')).toMatchObject({
      name: 'wordpress-production-web',
      depends_on: [`aws_iam_role_policy.${policyName}`],
    });
  });

  test('has no access key and no managed policy', () => {
    const json = roleJson();

    expect([json.count('aws_iam_access_key'), json.count('aws_iam_role_policy_attachment')]).toEqual([0, 0]);
  });

  test('takes a permissions boundary', () => {
    const permissionsBoundaryArn = `${AWS}:iam::${ACCOUNT}:policy/boundary`;

    expect(roleJson().only('aws_iam_role')['permissions_boundary']).toBeUndefined();
    expect(roleJson({ permissionsBoundaryArn }).only('aws_iam_role')['permissions_boundary']).toBe(
      permissionsBoundaryArn,
    );
  });

  test('refuses a name that IAM refuses', () => {
    const name = { system: 's'.repeat(40), environment: 'e'.repeat(20) };

    expect(() => roleJson({ name })).toThrow(
      `'name' must make a role name of at most 64 characters, got '${name.system}-${name.environment}-web'; ` +
        'shorten its parts\n  in test/Role (InstanceRole)',
    );
  });
});
