import { BUCKET_LIFECYCLE } from '../../../../src/policy/rules/s3/lifecycle';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const MEDIA = { aws_s3_bucket: { media: { bucket: 'media' } } };
const lifecycle = (status: string): Resources => ({
  ...MEDIA,
  aws_s3_bucket_lifecycle_configuration: {
    media: { bucket: '${aws_s3_bucket.media.id}', rule: [{ id: 'age', status }] },
  },
});

describeRule(BUCKET_LIFECYCLE, {
  pass: {
    'a rule is enabled': lifecycle('Enabled'),
    'the bucket holds the older block': { aws_s3_bucket: { media: { lifecycle_rule: [{ enabled: true }] } } },
  },
  fail: {
    'the rule is switched off': {
      resources: lifecycle('Disabled'),
      finds: ['aws_s3_bucket_lifecycle_configuration.media#rule'],
    },
    'nothing is said': MEDIA,
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': lifecycle('${var.status}') },
  guards: {
    'aws_s3_bucket_lifecycle_configuration.media.rule.0.status': ['Disabled'],
    'aws_s3_bucket_lifecycle_configuration.media.bucket': ['other'],
  },
});
