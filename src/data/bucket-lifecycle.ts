import type { S3BucketLifecycleConfigurationRule } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';

/** Storage classes below S3 Standard, from warm to cold. */
export type StorageClass = 'STANDARD_IA' | 'GLACIER_IR' | 'GLACIER' | 'DEEP_ARCHIVE';

/**
 * Days that each class bills at least (S3 user guide, 'Comparing the Amazon S3 storage classes'): what is deleted or
 * moved earlier is paid for as long.
 */
export const MINIMUM_DAYS: Readonly<Record<StorageClass, number>> = {
  STANDARD_IA: 30,
  GLACIER_IR: 90,
  GLACIER: 90,
  DEEP_ARCHIVE: 180,
};

/** A move to another class, that many days after an object was written or became noncurrent. */
export interface Transition {
  readonly storageClass: StorageClass;
  readonly afterDays: number;
}

/** What becomes of the objects of a whole bucket with age. */
export interface BucketLifecycle {
  /** @default - objects stay where they were written */
  readonly transitions?: readonly Transition[];
  /** @default - objects stay until somebody deletes them */
  readonly expireAfterDays?: number;
  /** @default - overwritten and deleted versions stay in their class */
  readonly noncurrentTransitions?: readonly Transition[];
  /** Days after which overwritten and deleted versions are gone for good. */
  readonly noncurrentExpireAfterDays: number;
}

/** Parts of uploads that nobody finished are billed until they are removed. */
const ABORT_UPLOADS_DAYS = 7;

/** The one rule of a bucket. */
export function lifecycleRule(lifecycle: BucketLifecycle): S3BucketLifecycleConfigurationRule {
  const { transitions = [], noncurrentTransitions = [], expireAfterDays, noncurrentExpireAfterDays } = lifecycle;
  return {
    id: 'age',
    status: 'Enabled',
    // every object
    filter: [{ prefix: '' }],
    abortIncompleteMultipartUpload: [{ daysAfterInitiation: ABORT_UPLOADS_DAYS }],
    transition: transitions.map(({ storageClass, afterDays }) => ({ storageClass, days: afterDays })),
    noncurrentVersionTransition: noncurrentTransitions.map(({ storageClass, afterDays }) => ({
      storageClass,
      noncurrentDays: afterDays,
    })),
    // a delete marker whose versions are gone goes too: with `days` S3 sees to that by itself
    expiration: [expireAfterDays === undefined ? { expiredObjectDeleteMarker: true } : { days: expireAfterDays }],
    noncurrentVersionExpiration: [{ noncurrentDays: noncurrentExpireAfterDays }],
  };
}

/** The transitions that pay: those whose class has its minimum behind it before the next move or the end. */
export function worthwhile(transitions: readonly Transition[], endDays: number): readonly Transition[] {
  return transitions.reduceRight<readonly Transition[]>((kept, transition) => {
    const until = kept[0]?.afterDays ?? endDays;
    return transition.afterDays + MINIMUM_DAYS[transition.storageClass] <= until ? [transition, ...kept] : kept;
  }, []);
}
