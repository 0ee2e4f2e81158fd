import { DEFAULT_ROOT_OBJECT } from '../../../../src/policy/rules/cdn/default-root-object';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution, ofBucket } from '../../support/distribution';

const PAGE = { default_root_object: 'index.html' };

describeRule(DEFAULT_ROOT_OBJECT, {
  pass: { 'a start page': ofBucket(PAGE) },
  fail: { 'nothing is said': ofBucket({}) },
  notApplicable: { 'a load balancer': distribution({}), 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable names the origin': ofBucket({ default_cache_behavior: { target_origin_id: '${var.origin}' } }),
  },
  variablesPass: true,
  guards: { 'aws_cloudfront_distribution.site.default_root_object': [undefined] },
});
