import type { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import { MINIMUM_DAYS } from './bucket-lifecycle';
import type { KeyReference } from './key-reference';
import { PrivateBucket, type BucketBasics, type IAccessLogTarget, type IBucket } from './private-bucket';

/** S3 moves nothing to Infrequent Access earlier. */
const INFREQUENT_AFTER_DAYS = 30;
const NONCURRENT_ARCHIVE_AFTER_DAYS = 30;
const SHORTEST_NONCURRENT_DAYS = NONCURRENT_ARCHIVE_AFTER_DAYS + MINIMUM_DAYS.GLACIER_IR;

/** How long old versions of media are kept. */
export interface MediaBucketProps extends BucketBasics {
  readonly key: KeyReference;
  /** Deleted and overwritten media move to Glacier Instant Retrieval after 30 days and are gone after this many, at least 120. */
  readonly noncurrentDays: number;
  /** @default - accesses are not logged */
  readonly accessLogs?: IAccessLogTarget;
}

/** Uploads of the site. They are read all the time, so that current ones go no further than Infrequent Access. */
export class MediaBucket extends Construct implements IBucket {
  readonly resource: S3Bucket;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly bucketRegionalDomainName: string;

  constructor(scope: Construct, id: string, props: MediaBucketProps) {
    super(scope, id);
    const { noncurrentDays, ...basics } = props;
    if (!Number.isInteger(noncurrentDays) || noncurrentDays < SHORTEST_NONCURRENT_DAYS) {
      throw new ValidationError(
        this,
        `'noncurrentDays' must be a whole number of at least ${SHORTEST_NONCURRENT_DAYS} (30 days and Glacier Instant ` +
          `Retrieval's minimum of 90), got ${noncurrentDays}; raise it`,
      );
    }

    const bucket = new PrivateBucket(this, 'Bucket', {
      ...basics,
      role: 'media',
      lifecycle: {
        transitions: [{ storageClass: 'STANDARD_IA', afterDays: INFREQUENT_AFTER_DAYS }],
        noncurrentTransitions: [{ storageClass: 'GLACIER_IR', afterDays: NONCURRENT_ARCHIVE_AFTER_DAYS }],
        noncurrentExpireAfterDays: noncurrentDays,
      },
    });

    this.resource = bucket.resource;
    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    this.bucketRegionalDomainName = bucket.bucketRegionalDomainName;
  }
}
