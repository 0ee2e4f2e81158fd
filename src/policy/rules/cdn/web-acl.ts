import { expectSet } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const CDN_WEB_ACL = defineRule({
  id: 'WPHA-CDN-008',
  title: 'distributions have a web ACL',
  severity: 'high',
  pack: 'production',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-008'],
  maps: {
    checkov: ['CKV_AWS_68'],
    fsbp: ['CloudFront.6'],
    trivy: ['AVD-AWS-0011'],
    cdkNag: ['AwsSolutions-CFR2'],
  },
  why: 'The edge is the one place where guessing of passwords stops before it costs an instance.',
  fix: "Set 'web_acl_id' to the ARN of an aws_wafv2_web_acl of scope CLOUDFRONT.",
  check: (distribution) => expectSet(distribution, 'web_acl_id'),
});
