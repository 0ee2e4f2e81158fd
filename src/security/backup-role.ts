import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import type { NameScope } from '../core/naming';
import { policyDocument, type PolicyStatement } from '../core/policy-document';
import { ExclusivePolicies, type ExclusivePoliciesSetting } from '../iam/exclusive-policies';
import { roleName } from './role-name';

/** Who makes backups, and into which bucket. */
export interface BackupRoleProps extends ExclusivePoliciesSetting {
  readonly name: NameScope;
  readonly region: string;
  /** The one bucket that backups go to. */
  readonly bucketArn: string;
  /** Roles or users that may act as this one, such as the instance role; they must exist. */
  readonly trustedPrincipalArns: readonly string[];
  /**
   * What callers have to say besides who they are; for principals of other accounts.
   *
   * @default - nothing
   */
  readonly externalId?: string;
  /**
   * Tag that roles or users of a trusted account must carry; whoever may tag them decides who makes backups. Needed where a
   * whole account is trusted: everybody there with a broad policy could assume the role otherwise.
   *
   * @default - none
   */
  readonly callerTag?: { readonly key: string; readonly value: string };
  /**
   * Key of the bucket.
   *
   * @default - a key managed by AWS, which needs no permission
   */
  readonly keyArn?: string;
  /**
   * Policy that limits the role.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/**
 * Credentials for backups and nothing else: list the bucket, put and get objects.
 *
 * They cannot delete, so that whoever takes them over cannot wipe the backups; the bucket's lifecycle does that, and its versions
 * keep what an overwrite hides.
 */
export class BackupRole extends Construct {
  readonly resource: IamRole;
  readonly roleArn: string;
  readonly roleName: string;

  /** @throws ValidationError when nobody is trusted or the role's name would be too long */
  constructor(scope: Construct, id: string, props: BackupRoleProps) {
    super(scope, id);
    const { trustedPrincipalArns, permissionsBoundaryArn, exclusivePolicies = true } = props;
    const name = roleName(this, props.name, 'backup');
    if (trustedPrincipalArns.length === 0) {
      throw new ValidationError(this, `'trustedPrincipalArns' must name who makes backups, got none; add a role's ARN`);
    }

    this.resource = new IamRole(this, 'Resource', {
      name,
      description: 'Writes and reads backups',
      permissionsBoundary: permissionsBoundaryArn,
      assumeRolePolicy: policyDocument([trust(props)]),
    });
    const policy = new IamRolePolicy(this, 'Policy', {
      name: 'keep-backups',
      role: this.resource.name,
      policy: policyDocument(backupPermissions(props)),
    });
    if (exclusivePolicies) new ExclusivePolicies(this, 'ExclusivePolicies', { role: this.resource, inline: [policy] });

    this.roleArn = this.resource.arn;
    this.roleName = this.resource.name;
  }
}

function trust({ trustedPrincipalArns, externalId, callerTag }: BackupRoleProps): PolicyStatement {
  const demands = {
    ...(externalId && { 'sts:ExternalId': externalId }),
    ...(callerTag && { [`aws:PrincipalTag/${callerTag.key}`]: callerTag.value }),
  };
  return {
    sid: 'Trusted',
    actions: ['sts:AssumeRole'],
    principals: { AWS: [...trustedPrincipalArns] },
    conditions: Object.keys(demands).length === 0 ? undefined : { StringEquals: demands },
  };
}

function backupPermissions({ bucketArn, keyArn, region }: BackupRoleProps): PolicyStatement[] {
  const objects = `${bucketArn}/*`;
  const key: PolicyStatement[] =
    keyArn === undefined
      ? []
      : [
          {
            sid: 'UseKeyThroughS3',
            actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
            resources: [keyArn],
            conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
          },
        ];
  return [
    { sid: 'FindBackups', actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: [bucketArn] },
    {
      sid: 'KeepBackups',
      actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
      resources: [objects],
    },
    ...key,
    // denials hold even when a bucket's policy or a later statement allows more
    { sid: 'NeverDelete', effect: 'Deny', actions: ['s3:Delete*', 's3:PutLifecycleConfiguration'], resources: ['*'] },
    { sid: 'NoOtherBucket', effect: 'Deny', actions: ['s3:*'], notResources: [bucketArn, objects] },
  ];
}
