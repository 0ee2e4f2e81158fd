import { CDN_WEB_ACL } from '../../../../src/policy/rules/cdn/web-acl';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution } from '../../support/distribution';

const ACL = '${aws_wafv2_web_acl.site.arn}';

describeRule(CDN_WEB_ACL, {
  pass: { 'a web ACL': distribution({ web_acl_id: ACL }) },
  fail: { 'nothing is said': distribution({}) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_cloudfront_distribution.site.web_acl_id': [undefined, ''] },
});
