import { ABORT_MULTIPART } from '../../../../src/policy/rules/s3/abort-multipart';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const ABORT = { abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }] };
const rules = (...rule: readonly object[]): Resources => ({
  aws_s3_bucket_lifecycle_configuration: { media: { bucket: 'media', rule } },
});
const RULE = 'aws_s3_bucket_lifecycle_configuration.media.rule.0';

describeRule(ABORT_MULTIPART, {
  pass: {
    'a rule for all objects aborts': rules({ status: 'Enabled', filter: [{ prefix: '' }], ...ABORT }),
    'another rule is only for some': rules(
      { status: 'Enabled', ...ABORT },
      { status: 'Enabled', filter: { prefix: 'tmp/' } },
    ),
  },
  fail: {
    'no rule aborts': rules({ status: 'Enabled' }),
    'the rule is for objects with a tag': rules({
      status: 'Enabled',
      filter: { tag: { key: 'a', value: 'b' } },
      ...ABORT,
    }),
    'the rule is switched off': rules({ status: 'Disabled', ...ABORT }),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides whether the rule holds': rules({ status: '${var.status}', ...ABORT }) },
  guards: {
    [`${RULE}.abort_incomplete_multipart_upload`]: [undefined],
    [`${RULE}.abort_incomplete_multipart_upload.0.days_after_initiation`]: [undefined],
    [`${RULE}.filter.0.prefix`]: ['uploads/'],
    [`${RULE}.status`]: ['Disabled'],
  },
});
