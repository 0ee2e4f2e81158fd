import { BUCKET_NOTIFICATIONS } from '../../../../src/policy/rules/s3/event-notifications';
import { describeRule, type Resources } from '../../support/describe-rule';

const MEDIA = { aws_s3_bucket: { media: { bucket: 'media' } } };
const notified = (bucket: string): Resources => ({
  ...MEDIA,
  aws_s3_bucket_notification: { media: { bucket, eventbridge: true } },
});

describeRule(BUCKET_NOTIFICATIONS, {
  pass: { 'EventBridge is told': notified('${aws_s3_bucket.media.id}') },
  fail: { 'nothing is said': MEDIA },
  notApplicable: {
    'the bucket takes logs': {
      ...MEDIA,
      aws_lb: { web: { access_logs: { enabled: true, bucket: '${aws_s3_bucket.media.id}' } } },
    },
  },
  unknown: { 'nobody knows whose it is': notified('${var.bucket}') },
  guards: { 'aws_s3_bucket_notification.media.bucket': ['other'] },
});
