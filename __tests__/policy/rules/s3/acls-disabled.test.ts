import { ACLS_DISABLED } from '../../../../src/policy/rules/s3/acls-disabled';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const ownership = (object_ownership: string, bucket = '${aws_s3_bucket.media.id}'): Resources => ({
  aws_s3_bucket: { media: { bucket: 'media' } },
  aws_s3_bucket_ownership_controls: { media: { bucket, rule: { object_ownership } } },
});

describeRule(ACLS_DISABLED, {
  pass: { 'the bucket owns all': ownership('BucketOwnerEnforced') },
  fail: {
    'ACLs still count': {
      resources: ownership('BucketOwnerPreferred'),
      finds: ['aws_s3_bucket_ownership_controls.media#rule.object_ownership'],
    },
    'nothing is said': { aws_s3_bucket: { media: { bucket: 'media' } } },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable decides': ownership('${var.ownership}'),
    'nobody knows whose it is': ownership('BucketOwnerEnforced', '${var.bucket}'),
  },
  guards: {
    'aws_s3_bucket_ownership_controls.media.rule.object_ownership': ['ObjectWriter', 'BucketOwnerPreferred'],
    'aws_s3_bucket_ownership_controls.media.bucket': ['other'],
  },
});
