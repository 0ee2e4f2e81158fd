import { BUCKET_REPLICATION } from '../../../../src/policy/rules/s3/replication';
import { describeRule, type Resources } from '../../support/describe-rule';

const MEDIA = { aws_s3_bucket: { media: { bucket: 'media' } } };
const replicated = (status: string, destination = 'elsewhere'): Resources => ({
  ...MEDIA,
  aws_s3_bucket_replication_configuration: {
    media: {
      bucket: '${aws_s3_bucket.media.id}',
      rule: [{ status, destination: [{ bucket: `arn:aws:s3:::${destination}` }] }],
    },
  },
});

describeRule(BUCKET_REPLICATION, {
  pass: { 'a rule copies': replicated('Enabled') },
  fail: { 'nothing is said': MEDIA, 'the rule is switched off': replicated('Disabled') },
  notApplicable: {
    'the bucket is the copy': {
      aws_s3_bucket: { copy: { bucket: 'copy' } },
      aws_s3_bucket_replication_configuration: {
        media: { bucket: 'media', rule: [{ destination: [{ bucket: '${aws_s3_bucket.copy.arn}' }] }] },
      },
    },
  },
  unknown: { 'a variable decides': replicated('${var.status}') },
  guards: {
    'aws_s3_bucket_replication_configuration.media.rule.0.status': ['Disabled'],
    'aws_s3_bucket_replication_configuration.media.bucket': ['other'],
  },
});
