import type { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import { physicalName } from '../core/naming';
import type { PolicyStatement } from '../core/policy-document';
import { worthwhile, type Transition } from './bucket-lifecycle';
import { PrivateBucket, type BucketBasics, type IAccessLogTarget, type IBucket } from './private-bucket';

const TRANSITIONS: readonly Transition[] = [
  { storageClass: 'STANDARD_IA', afterDays: 30 },
  { storageClass: 'GLACIER', afterDays: 90 },
];

/** Deleted logs can be brought back for a week. */
const NONCURRENT_DAYS = 7;

/** How long access logs are kept. */
export interface LogsBucketProps extends BucketBasics {
  /**
   * Logs are gone after this many days.
   *
   * They move to Infrequent Access after 30 days and to Glacier after 90 where that pays before they are gone.
   */
  readonly expireAfterDays: number;
}

/**
 * Access logs of load balancers and of the other buckets.
 *
 * Encrypted with keys managed by S3, because load balancers deliver to nothing else.
 */
export class LogsBucket extends Construct implements IBucket, IAccessLogTarget {
  readonly resource: S3Bucket;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly bucketRegionalDomainName: string;
  /** Name of the bucket, known once services may write to it: a load balancer that gets it waits for the policy. */
  readonly accessLogsBucketName: string;

  constructor(scope: Construct, id: string, props: LogsBucketProps) {
    super(scope, id);
    const { name, accountId, protect, expireAfterDays } = props;
    if (!Number.isInteger(expireAfterDays) || expireAfterDays < 1) {
      throw new ValidationError(
        this,
        `'expireAfterDays' must be a whole number of at least 1, got ${expireAfterDays}; correct it`,
      );
    }

    const bucket = new PrivateBucket(this, 'Bucket', {
      name,
      accountId,
      protect,
      role: 'logs',
      lifecycle: {
        transitions: worthwhile(TRANSITIONS, expireAfterDays),
        expireAfterDays,
        noncurrentExpireAfterDays: NONCURRENT_DAYS,
      },
      statements: (bucketArn) => deliveryStatements(bucketArn, accountId, physicalName(name)),
    });

    this.resource = bucket.resource;
    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    this.bucketRegionalDomainName = bucket.bucketRegionalDomainName;
    this.accessLogsBucketName = bucket.bucketNameWithPolicy;
  }
}

/**
 * Lets load balancers and S3 write, each for this account only.
 *
 * The service principal of Elastic Load Balancing serves every region; the accounts of its own that older regions once
 * needed are a legacy (ELB user guide, 'Enable access logs for your Application Load Balancer'). It fills in the
 * account in the path, which is what keeps other accounts' load balancers out.
 */
function deliveryStatements(bucketArn: string, accountId: string, namePrefix: string): PolicyStatement[] {
  return [
    {
      sid: 'LoadBalancersWriteLogs',
      principals: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/*/AWSLogs/${accountId}/*`, `${bucketArn}/AWSLogs/${accountId}/*`],
    },
    {
      sid: 'S3WritesLogs',
      principals: { Service: 'logging.s3.amazonaws.com' },
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/*`],
      conditions: {
        StringEquals: { 'aws:SourceAccount': accountId },
        ArnLike: { 'aws:SourceArn': `arn:aws:s3:::${namePrefix}-*` },
      },
    },
  ];
}
