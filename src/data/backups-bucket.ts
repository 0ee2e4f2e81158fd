import type { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import { MINIMUM_DAYS, type Transition } from './bucket-lifecycle';
import type { KeyReference } from './key-reference';
import { PrivateBucket, type BucketBasics, type IAccessLogTarget, type IBucket } from './private-bucket';

/** Time to bring back a backup that somebody deleted or overwrote. */
const NONCURRENT_DAYS = 30;

/** When backups move to Glacier and when they expire. */
export interface BackupsBucketProps extends BucketBasics {
  readonly key: KeyReference;
  /** Backups move to Glacier Flexible Retrieval after this many days, from 0; reading one takes 1 minute to 12 hours then. */
  readonly glacierAfterDays: number;
  /**
   * Backups move on to Glacier Deep Archive after this many days, at least 90 more than `glacierAfterDays`; reading one
   * takes 12 to 48 hours then.
   *
   * @default - they stay in Glacier Flexible Retrieval
   */
  readonly deepArchiveAfterDays?: number;
  /** Backups are gone after this many days: at least 90 more than `glacierAfterDays`, 180 more than `deepArchiveAfterDays`. */
  readonly expireAfterDays: number;
  /** @default - accesses are not logged */
  readonly accessLogs?: IAccessLogTarget;
}

/** Backups of the site. Glacier bills every object at least 40 KiB: upload archives, not thousands of small files. */
export class BackupsBucket extends Construct implements IBucket {
  readonly resource: S3Bucket;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly bucketRegionalDomainName: string;

  constructor(scope: Construct, id: string, props: BackupsBucketProps) {
    super(scope, id);
    const { glacierAfterDays, deepArchiveAfterDays, expireAfterDays, ...basics } = props;
    const problems = [...ageProblems(props)];
    if (problems.length > 0) throw new ValidationError(this, problems.join('\n'));

    const glacier: Transition = { storageClass: 'GLACIER', afterDays: glacierAfterDays };
    const deep: readonly Transition[] =
      deepArchiveAfterDays === undefined ? [] : [{ storageClass: 'DEEP_ARCHIVE', afterDays: deepArchiveAfterDays }];
    const bucket = new PrivateBucket(this, 'Bucket', {
      ...basics,
      role: 'backups',
      lifecycle: {
        transitions: [glacier, ...deep],
        expireAfterDays,
        noncurrentExpireAfterDays: NONCURRENT_DAYS,
      },
    });

    this.resource = bucket.resource;
    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    this.bucketRegionalDomainName = bucket.bucketRegionalDomainName;
  }
}

function* ageProblems(props: BackupsBucketProps): Iterable<string> {
  const { glacierAfterDays, deepArchiveAfterDays, expireAfterDays } = props;
  yield* problemsOf('glacierAfterDays', glacierAfterDays, 0);
  if (deepArchiveAfterDays === undefined) {
    yield* problemsOf('expireAfterDays', expireAfterDays, glacierAfterDays + MINIMUM_DAYS.GLACIER);
    return;
  }
  yield* problemsOf('deepArchiveAfterDays', deepArchiveAfterDays, glacierAfterDays + MINIMUM_DAYS.GLACIER);
  yield* problemsOf('expireAfterDays', expireAfterDays, deepArchiveAfterDays + MINIMUM_DAYS.DEEP_ARCHIVE);
}

function* problemsOf(prop: string, days: number, least: number): Iterable<string> {
  if (Number.isInteger(days) && days >= least) return;
  yield `'${prop}' must be a whole number of at least ${least}, what the classes before it bill, got ${days}; raise it`;
}
