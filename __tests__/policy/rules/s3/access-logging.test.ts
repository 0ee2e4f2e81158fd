import { BUCKET_ACCESS_LOGGING } from '../../../../src/policy/rules/s3/access-logging';
import { describeRule, type Resources } from '../../support/describe-rule';

const MEDIA = { aws_s3_bucket: { media: { bucket: 'media' } } };
const logged = (bucket: string): Resources => ({
  ...MEDIA,
  aws_s3_bucket_logging: { media: { bucket, target_bucket: 'logs', target_prefix: 's3/' } },
});

describeRule(BUCKET_ACCESS_LOGGING, {
  pass: {
    'a log goes to another bucket': logged('${aws_s3_bucket.media.id}'),
    'the bucket holds the older block': { aws_s3_bucket: { media: { logging: { target_bucket: 'logs' } } } },
  },
  fail: { 'nothing is said': { resources: MEDIA, finds: ['aws_s3_bucket.media#missing'] } },
  notApplicable: {
    'the bucket takes the logs of others': {
      aws_s3_bucket: { logs: { bucket: 'logs' } },
      aws_s3_bucket_logging: { media: { bucket: 'media', target_bucket: '${aws_s3_bucket.logs.id}' } },
    },
  },
  unknown: { 'nobody knows whose log it is': logged('${var.bucket}') },
  guards: { 'aws_s3_bucket_logging.media.bucket': ['other'], aws_s3_bucket_logging: [undefined] },
});
