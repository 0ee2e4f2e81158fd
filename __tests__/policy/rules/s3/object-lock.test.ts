import { ARCHIVE_OBJECT_LOCK } from '../../../../src/policy/rules/s3/object-lock';
import { describeRule, type Resources } from '../../support/describe-rule';

const archive = (bucket: object, storage_class = 'DEEP_ARCHIVE'): Resources => ({
  aws_s3_bucket: { backups: { bucket: 'backups', ...bucket } },
  aws_s3_bucket_lifecycle_configuration: {
    backups: {
      bucket: '${aws_s3_bucket.backups.id}',
      rule: [{ status: 'Enabled', transition: [{ days: 90, storage_class }] }],
    },
  },
});

describeRule(ARCHIVE_OBJECT_LOCK, {
  pass: {
    'the bucket locks': archive({ object_lock_enabled: true }),
    'a configuration locks': {
      ...archive({}),
      aws_s3_bucket_object_lock_configuration: { backups: { bucket: '${aws_s3_bucket.backups.id}' } },
    },
  },
  fail: { 'nothing locks': archive({}) },
  notApplicable: {
    'a bucket that stays warm': archive({}, 'STANDARD_IA'),
    'a bucket for logs': {
      ...archive({}),
      aws_lb: { web: { access_logs: { enabled: true, bucket: 'backups' } } },
    },
  },
  unknown: { 'a variable decides': archive({ object_lock_enabled: '${var.lock}' }) },
  guards: { 'aws_s3_bucket.backups.object_lock_enabled': [false, undefined] },
});
