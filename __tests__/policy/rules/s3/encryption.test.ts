import { BUCKET_ENCRYPTION } from '../../../../src/policy/rules/s3/encryption';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const RULE = { rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } }] };
const ENCRYPTED = (bucket: string): Resources => ({
  aws_s3_bucket: { media: { bucket: 'media' } },
  aws_s3_bucket_server_side_encryption_configuration: { media: { bucket, ...RULE } },
});

describeRule(BUCKET_ENCRYPTION, {
  pass: {
    'a configuration refers to the bucket': ENCRYPTED('${aws_s3_bucket.media.bucket}'),
    'the bucket holds the older block': { aws_s3_bucket: { media: { server_side_encryption_configuration: RULE } } },
  },
  fail: { 'nothing is said': { aws_s3_bucket: { media: { bucket: 'media' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'nobody knows whose configuration it is': ENCRYPTED('${var.bucket}') },
  guards: { 'aws_s3_bucket_server_side_encryption_configuration.media.bucket': ['other'] },
});
