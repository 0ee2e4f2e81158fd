import { MFA_DELETE } from '../../../../src/policy/rules/s3/mfa-delete';
import { describeRule, type Resources } from '../../support/describe-rule';

const versioning = (configuration: object): Resources => ({
  aws_s3_bucket_versioning: { media: { bucket: 'media', versioning_configuration: configuration } },
});

describeRule(MFA_DELETE, {
  pass: { 'a second factor is needed': versioning({ status: 'Enabled', mfa_delete: 'Enabled' }) },
  fail: { 'nothing is said': versioning({ status: 'Enabled' }) },
  notApplicable: { 'no versions are kept': versioning({ status: 'Suspended' }) },
  unknown: { 'a variable decides': versioning({ status: 'Enabled', mfa_delete: '${var.mfa}' }) },
  guards: { 'aws_s3_bucket_versioning.media.versioning_configuration.mfa_delete': ['Disabled', undefined] },
});
