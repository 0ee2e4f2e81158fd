import { BUCKET_VERSIONING } from '../../../../src/policy/rules/s3/versioning';
import { describeRule, type Resources } from '../../support/describe-rule';

const versioned = (status: string): Resources => ({
  aws_s3_bucket: { media: { bucket: 'media' } },
  aws_s3_bucket_versioning: { media: { bucket: '${aws_s3_bucket.media.id}', versioning_configuration: { status } } },
});

describeRule(BUCKET_VERSIONING, {
  pass: {
    'versions are kept': versioned('Enabled'),
    'the bucket holds the older block': { aws_s3_bucket: { media: { versioning: { enabled: true } } } },
  },
  fail: {
    'versions are no longer kept': {
      resources: versioned('Suspended'),
      finds: ['aws_s3_bucket_versioning.media#versioning_configuration.status'],
    },
    'nothing is said': { aws_s3_bucket: { media: { bucket: 'media' } } },
  },
  notApplicable: {
    'load balancers write logs there': {
      aws_s3_bucket: { logs: { bucket: 'logs' } },
      aws_lb: { web: { access_logs: { enabled: true, bucket: 'logs' } } },
    },
  },
  unknown: { 'a variable decides': versioned('${var.status}') },
  guards: {
    'aws_s3_bucket_versioning.media.versioning_configuration.status': ['Suspended', 'Disabled', undefined],
    'aws_s3_bucket_versioning.media.bucket': ['other'],
    aws_s3_bucket_versioning: [undefined],
  },
});
