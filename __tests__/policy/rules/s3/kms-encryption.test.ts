import { BUCKET_KMS_ENCRYPTION } from '../../../../src/policy/rules/s3/kms-encryption';
import { describeRule, type Resources } from '../../support/describe-rule';

const rule = (sse_algorithm: string, more: object = {}): object => ({
  apply_server_side_encryption_by_default: { sse_algorithm },
  ...more,
});
const encrypted = (given: object): Resources => ({
  aws_s3_bucket: { media: { bucket: 'media' } },
  aws_s3_bucket_server_side_encryption_configuration: {
    media: { bucket: '${aws_s3_bucket.media.bucket}', rule: [given] },
  },
});
const KMS = rule('aws:kms', { bucket_key_enabled: true });
const CONFIGURATION = 'aws_s3_bucket_server_side_encryption_configuration.media';

describeRule(BUCKET_KMS_ENCRYPTION, {
  pass: {
    'KMS encrypts, by a bucket key': encrypted(KMS),
    'two layers, which have no bucket key': encrypted(rule('aws:kms:dsse')),
    'the bucket holds the older block': {
      aws_s3_bucket: { media: { server_side_encryption_configuration: { rule: KMS } } },
    },
  },
  fail: {
    'S3 has the key': {
      resources: encrypted(rule('AES256')),
      finds: [`${CONFIGURATION}#rule.apply_server_side_encryption_by_default.sse_algorithm`],
    },
    'nothing is said': { aws_s3_bucket: { media: { bucket: 'media' } } },
    'the configuration has no rule': {
      ...encrypted({}),
      [CONFIGURATION.split('.')[0] ?? '']: { m: { bucket: 'media' } },
    },
  },
  notApplicable: {
    'load balancers write logs there': {
      ...encrypted(rule('AES256')),
      aws_lb: { web: { access_logs: { enabled: true, bucket: '${aws_s3_bucket.media.id}' } } },
    },
    'S3 writes logs there': {
      ...encrypted(rule('AES256')),
      aws_s3_bucket_logging: { other: { bucket: 'other', target_bucket: '${aws_s3_bucket.media.bucket}' } },
    },
  },
  unknown: { 'a variable decides': encrypted(rule('${var.algorithm}')) },
  guards: {
    [`${CONFIGURATION}.rule.0.apply_server_side_encryption_by_default.sse_algorithm`]: ['AES256', undefined],
    [`${CONFIGURATION}.rule.0.bucket_key_enabled`]: [false, undefined],
    [`${CONFIGURATION}.bucket`]: ['other'],
  },
});
