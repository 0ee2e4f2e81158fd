import type { IConstruct } from 'constructs';
import type { Environment } from '../../src/config';
import { acceptor } from './acceptor';

/** Accepts that a bucket with data has no copy in another region, tells nobody of its objects, and knows no MFA. */
export function acceptAtBucket(bucket: IConstruct, environment: Environment): void {
  const accept = acceptor(bucket, environment);
  accept('WPHA-S3-019', 'the site lives in one region by design; versions bring back what is deleted or overwritten');
  accept('WPHA-S3-020', 'nothing listens to events of objects; access logs and alarms tell what has to be known');
  acceptAtLogsBucket(bucket, environment);
}

/** Accepts that versions are deleted without MFA. */
export function acceptAtLogsBucket(bucket: IConstruct, environment: Environment): void {
  acceptor(bucket, environment)(
    'WPHA-S3-022',
    'only the root user can switch MFA delete on, and Terraform could change the bucket no more; no role of the site may delete versions',
  );
}

/** Accepts that backups are not locked, besides what is accepted at other buckets. */
export function acceptAtBackupsBucket(bucket: IConstruct, environment: Environment): void {
  acceptAtBucket(bucket, environment);
  acceptor(bucket, environment)(
    'WPHA-S3-021',
    'the role that writes backups cannot delete, and versions keep for 30 days what is overwritten; a lock would also keep what the law wants erased',
  );
}

/** Accepts that reads and writes of the state are not logged to another bucket, besides what is accepted at other buckets. */
export function acceptAtStateBucket(bucket: IConstruct, environment: Environment): void {
  acceptAtBucket(bucket, environment);
  acceptor(bucket, environment)(
    'WPHA-S3-013',
    'the bucket is made before any that could take its log; who has to know of every read turns on data events of CloudTrail',
  );
}
