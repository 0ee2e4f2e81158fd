import { BackupRole, type BackupRoleProps } from '../../src/security';
import { synthesize } from '../../src/testing';
import { ACCOUNT, decide, WEB_ROLE } from './simulation';

const BUCKET = 'arn:aws:s3:::backups';
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;

const PROPS: BackupRoleProps = {
  name: { system: 'wordpress', environment: 'production' },
  region: 'eu-west-1',
  bucketArn: BUCKET,
  trustedPrincipalArns: [WEB_ROLE],
};

const roleJson = (props: Partial<BackupRoleProps> = {}) =>
  synthesize((stack) => {
    new BackupRole(stack, 'Role', { ...PROPS, ...props });
  });

const policyOf = (props: Partial<BackupRoleProps> = {}) =>
  String(roleJson(props).only('aws_iam_role_policy')['policy']);

const trustOf = (props: Partial<BackupRoleProps> = {}) =>
  JSON.parse(String(roleJson(props).only('aws_iam_role')['assume_role_policy'])) as { Statement: unknown[] };

describe('the policy of the backup role', () => {
  const everything = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: WEB_ROLE }, Action: 's3:*', Resource: '*' }],
  });

  test.each([
    ['s3:ListBucket', BUCKET, 'Allowed'],
    ['s3:GetBucketLocation', BUCKET, 'Allowed'],
    ['s3:PutObject', `${BUCKET}/2026-11-21.sql.gz`, 'Allowed'],
    ['s3:GetObject', `${BUCKET}/2026-11-21.sql.gz`, 'Allowed'],
    ['s3:DeleteObject', `${BUCKET}/2026-11-21.sql.gz`, 'ExplicitlyDenied'],
    ['s3:DeleteObjectVersion', `${BUCKET}/2026-11-21.sql.gz`, 'ExplicitlyDenied'],
    ['s3:DeleteBucket', BUCKET, 'ExplicitlyDenied'],
    ['s3:PutLifecycleConfiguration', BUCKET, 'ExplicitlyDenied'],
    ['s3:PutBucketPolicy', BUCKET, 'ImplicitlyDenied'],
    ['s3:PutBucketVersioning', BUCKET, 'ImplicitlyDenied'],
    ['s3:BypassGovernanceRetention', `${BUCKET}/a`, 'ImplicitlyDenied'],
    ['s3:GetObject', 'arn:aws:s3:::backups-of-others/a', 'ExplicitlyDenied'],
    ['s3:ListBucket', 'arn:aws:s3:::media', 'ExplicitlyDenied'],
    ['s3:PutObject', 'arn:aws:s3:::media/a', 'ExplicitlyDenied'],
    ['ec2:TerminateInstances', `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-1`, 'ImplicitlyDenied'],
  ])('%s on %s: %s', async (action, resource, expected) => {
    expect(await decide({ identity: policyOf() }, { action, resource })).toBe(expected);
  });

  test.each([
    ['s3:GetObject', 'arn:aws:s3:::media/a'],
    ['s3:DeleteObject', `${BUCKET}/a`],
  ])('refuses %s on %s even where a bucket policy allows it', async (action, resource) => {
    expect(await decide({ identity: policyOf(), resource: everything }, { action, resource })).toBe('ExplicitlyDenied');
  });

  test('uses the key of the bucket through S3 only', async () => {
    const identity = policyOf({ keyArn: KEY });
    const use = (service: string) =>
      decide(
        { identity },
        {
          action: 'kms:GenerateDataKey',
          resource: KEY,
          context: { 'kms:ViaService': `${service}.eu-west-1.amazonaws.com` },
        },
      );

    expect([await use('s3'), await use('rds')]).toEqual(['Allowed', 'ImplicitlyDenied']);
    expect(policyOf()).not.toContain('kms:');
  });
});

describe('BackupRole', () => {
  test('trusts the principals given and asks them for nothing else', () => {
    expect(trustOf().Statement).toEqual([
      { Sid: 'Trusted', Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { AWS: [WEB_ROLE] } },
    ]);
  });

  test('asks for the external id given', () => {
    expect(trustOf({ externalId: 'x-1' }).Statement).toMatchObject([
      { Condition: { StringEquals: { 'sts:ExternalId': 'x-1' } } },
    ]);
  });

  test('asks for the tag given, besides the external id', () => {
    expect(trustOf({ externalId: 'x-1', callerTag: { key: 'backs-up', value: 'shop' } }).Statement).toMatchObject([
      { Condition: { StringEquals: { 'sts:ExternalId': 'x-1', 'aws:PrincipalTag/backs-up': 'shop' } } },
    ]);
  });

  test('takes a permissions boundary', () => {
    const permissionsBoundaryArn = `arn:aws:iam::${ACCOUNT}:policy/boundary`;

    expect(roleJson().only('aws_iam_role')['permissions_boundary']).toBeUndefined();
    expect(roleJson({ permissionsBoundaryArn }).only('aws_iam_role')['permissions_boundary']).toBe(
      permissionsBoundaryArn,
    );
  });

  test('fails when nobody is trusted', () => {
    expect(() => roleJson({ trustedPrincipalArns: [] })).toThrow(
      "'trustedPrincipalArns' must name who makes backups, got none; add a role's ARN\n  in test/Role (BackupRole)",
    );
  });

  test('refuses a name that IAM refuses', () => {
    expect(() => roleJson({ name: { system: 's'.repeat(40), environment: 'e'.repeat(20) } })).toThrow(
      "'name' must make a role name of at most 64 characters",
    );
  });
});
