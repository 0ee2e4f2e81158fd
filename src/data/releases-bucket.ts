import type { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { Construct } from 'constructs';
import type { KeyReference } from './key-reference';
import { PrivateBucket, type BucketBasics, type IAccessLogTarget, type IBucket } from './private-bucket';

/** Time to bring back a release that somebody deleted or overwrote. */
const NONCURRENT_DAYS = 90;

/** Name, key and protection of the bucket that releases are put into. */
export interface ReleasesBucketProps extends BucketBasics {
  readonly key: KeyReference;
  /** @default - accesses are not logged */
  readonly accessLogs?: IAccessLogTarget;
}

/** Releases of the site's code, which instances read when they start. They stay until somebody deletes them. */
export class ReleasesBucket extends Construct implements IBucket {
  readonly resource: S3Bucket;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly bucketRegionalDomainName: string;

  constructor(scope: Construct, id: string, props: ReleasesBucketProps) {
    super(scope, id);

    const bucket = new PrivateBucket(this, 'Bucket', {
      ...props,
      role: 'releases',
      lifecycle: { noncurrentExpireAfterDays: NONCURRENT_DAYS },
    });

    this.resource = bucket.resource;
    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    this.bucketRegionalDomainName = bucket.bucketRegionalDomainName;
  }
}
