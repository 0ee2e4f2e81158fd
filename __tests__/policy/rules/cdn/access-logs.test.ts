import { CDN_ACCESS_LOGS } from '../../../../src/policy/rules/cdn/access-logs';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution } from '../../support/distribution';

const delivered = (resource_arn: string) => ({
  ...distribution({}),
  aws_cloudwatch_log_delivery_source: { cdn: { resource_arn } },
});

describeRule(CDN_ACCESS_LOGS, {
  pass: {
    'to a bucket': distribution({ logging_config: { bucket: 'logs.s3.amazonaws.com' } }),
    'by log delivery': delivered('${aws_cloudfront_distribution.site.arn}'),
  },
  fail: { 'nothing is said': { resources: distribution({}), finds: ['aws_cloudfront_distribution.site#missing'] } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable names the distribution': delivered('${var.arn}') },
  variablesPass: true,
  guards: { 'aws_cloudfront_distribution.site.logging_config': [undefined] },
});
