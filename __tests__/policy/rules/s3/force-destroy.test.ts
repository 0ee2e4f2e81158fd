import { NO_FORCE_DESTROY } from '../../../../src/policy/rules/s3/force-destroy';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(NO_FORCE_DESTROY, {
  pass: {
    'it is false': { aws_s3_bucket: { media: { force_destroy: false } } },
    'it is left out': { aws_s3_bucket: { media: { bucket: 'media' } } },
  },
  fail: { 'it is true': { aws_s3_bucket: { media: { force_destroy: true } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_s3_bucket: { media: { force_destroy: '${var.force}' } } } },
  guards: { 'aws_s3_bucket.media.force_destroy': [true, 'true'] },
});
