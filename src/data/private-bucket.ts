import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { Construct, type IConstruct } from 'constructs';
import { ValidationError } from '../core/errors';
import { NAME_LIMITS, physicalName, type NameScope } from '../core/naming';
import { policyDocument, type PolicyStatement } from '../core/policy-document';
import { lifecycleRule, type BucketLifecycle } from './bucket-lifecycle';
import { tlsOnly } from './bucket-policy';
import type { KeyReference } from './key-reference';

/** A bucket, made here or brought along. */
export interface IBucket extends IConstruct {
  readonly bucketName: string;
  readonly bucketArn: string;
  /** `<bucket>.s3.<region>.amazonaws.com`, the origin of a CDN. */
  readonly bucketRegionalDomainName: string;
}

/** A bucket that takes the access logs of others. */
export interface IAccessLogTarget extends IConstruct {
  readonly accessLogsBucketName: string;
}

/** What every bucket of the site is told. */
export interface BucketBasics {
  readonly name: NameScope;
  /** Last part of the bucket's name, which is unique in the world through it. */
  readonly accountId: string;
  /** `prevent_destroy`; without it destroying the bucket deletes all objects in it. */
  readonly protect: boolean;
}

/** Name, key, lifecycle and protection of a bucket. */
export interface PrivateBucketProps extends BucketBasics {
  /** What the bucket is for, such as `media`; part of its name. Changing it replaces the bucket. */
  readonly role: string;
  /**
   * Name of the bucket, unique in the world. Changing it replaces the bucket.
   *
   * @default - `<system>-<environment>-<role>-<accountId>`
   */
  readonly bucketName?: string;
  readonly lifecycle: BucketLifecycle;
  /**
   * Encrypts the objects, with a bucket key, so that KMS is asked once in a while and not for every object.
   *
   * @default - keys managed by S3, for buckets that AWS services write logs to
   */
  readonly key?: KeyReference;
  /**
   * Bucket that gets a log of every access, below `s3/<role>/`.
   *
   * @default - accesses are not logged
   */
  readonly accessLogs?: IAccessLogTarget;
  /**
   * What the bucket's policy allows besides refusing what comes without TLS 1.2.
   *
   * @default - nothing: roles get access by their own policies
   */
  readonly statements?: (bucketArn: string) => readonly PolicyStatement[];
}

/** A bucket that nothing can make public: versioned, encrypted, TLS only, without ACLs, cleaned up by age. */
export class PrivateBucket extends Construct implements IBucket {
  readonly resource: S3Bucket;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly bucketRegionalDomainName: string;
  /** Name of the bucket, known once its policy stands. */
  readonly bucketNameWithPolicy: string;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const { name, accountId, role, protect, key, accessLogs, lifecycle, statements } = props;
    const physical = props.bucketName ?? physicalName(name, role, accountId);
    this.checkName(physical);

    this.resource = new S3Bucket(this, 'Resource', {
      bucket: physical,
      forceDestroy: !protect,
      lifecycle: { preventDestroy: protect },
    });
    this.bucketName = this.resource.bucket;
    this.bucketArn = this.resource.arn;
    this.bucketRegionalDomainName = this.resource.bucketRegionalDomainName;

    const policy = this.defineAccess([...(statements?.(this.bucketArn) ?? []), ...tlsOnly(this.bucketArn)]);
    this.bucketNameWithPolicy = policy.bucket;
    this.defineEncryption(key);
    this.defineVersions(lifecycle);
    if (accessLogs !== undefined) {
      new S3BucketLoggingA(this, 'AccessLogs', {
        bucket: this.bucketName,
        targetBucket: accessLogs.accessLogsBucketName,
        targetPrefix: `s3/${role}/`,
      });
    }
  }

  private defineAccess(statements: readonly PolicyStatement[]): S3BucketPolicy {
    const bucket = this.bucketName;
    new S3BucketOwnershipControls(this, 'Ownership', { bucket, rule: { objectOwnership: 'BucketOwnerEnforced' } });
    const publicAccess = new S3BucketPublicAccessBlock(this, 'PublicAccess', {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    return new S3BucketPolicy(this, 'Policy', {
      bucket,
      policy: policyDocument(statements),
      // S3 takes one change of a bucket's access at a time
      dependsOn: [publicAccess],
    });
  }

  private defineEncryption(key: KeyReference | undefined): void {
    const managedByS3 = { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } };
    const withKey = (kmsMasterKeyId: string) => ({
      applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId },
      bucketKeyEnabled: true,
    });
    new S3BucketServerSideEncryptionConfigurationA(this, 'Encryption', {
      bucket: this.bucketName,
      rule: [key === undefined ? managedByS3 : withKey(key.keyArn)],
    });
  }

  private defineVersions(lifecycle: BucketLifecycle): void {
    const versioning = new S3BucketVersioningA(this, 'Versioning', {
      bucket: this.bucketName,
      versioningConfiguration: { status: 'Enabled' },
    });
    new S3BucketLifecycleConfiguration(this, 'Lifecycle', {
      bucket: this.bucketName,
      rule: [lifecycleRule(lifecycle)],
      dependsOn: [versioning],
    });
  }

  private checkName(physical: string): void {
    if (physical.length <= NAME_LIMITS.s3Bucket && /^[a-z0-9][a-z0-9-]+[a-z0-9]$/.test(physical)) return;
    throw new ValidationError(
      this,
      `'role' must leave the bucket's name at most ${NAME_LIMITS.s3Bucket} lower-case letters, digits and hyphens, ` +
        `got '${physical}' (${physical.length}); shorten it, or 'system' or 'environment' in 'name'`,
    );
  }
}
