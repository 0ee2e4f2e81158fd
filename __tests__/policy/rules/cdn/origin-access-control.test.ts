import { ORIGIN_ACCESS_CONTROL } from '../../../../src/policy/rules/cdn/origin-access-control';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution, ofBucket } from '../../support/distribution';

const OAC = { origin_access_control_id: '${aws_cloudfront_origin_access_control.media.id}' };

describeRule(ORIGIN_ACCESS_CONTROL, {
  pass: {
    'the bucket has one': ofBucket({}, OAC),
    'a bucket of the stack': {
      ...ofBucket({}, { ...OAC, domain_name: '${aws_s3_bucket.media.bucket_regional_domain_name}' }),
      aws_s3_bucket: { media: { force_destroy: false } },
    },
  },
  fail: {
    'nothing is said': { resources: ofBucket({}), finds: ['aws_cloudfront_distribution.site#media'] },
    'the older identity': ofBucket({}, { s3_origin_config: { origin_access_identity: 'origin-access-identity/1' } }),
  },
  notApplicable: {
    'a load balancer': distribution({}),
    'the website of a bucket': ofBucket({}, { domain_name: 'media.s3-website-eu-west-1.amazonaws.com' }),
    'other resources': OTHER_RESOURCES,
  },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_cloudfront_distribution.site.origin.0.origin_access_control_id': [undefined] },
});
