import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { pass } from '../../rule/verdict';

export const CDN_ACCESS_LOGS = defineRule({
  id: 'WPHA-CDN-007',
  title: 'distributions write access logs',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_cloudfront_distribution'],
  rows: ['CDN-007'],
  maps: {
    checkov: ['CKV_AWS_86'],
    fsbp: ['CloudFront.5'],
    trivy: ['AVD-AWS-0010'],
    cdkNag: ['AwsSolutions-CFR3'],
  },
  why: 'What CloudFront answers by itself, the origin never sees: without its log most of an attack is invisible.',
  fix: "Add 'logging_config', or an aws_cloudwatch_log_delivery_source for the distribution.",
  check: (distribution, graph) => {
    if (distribution.get('logging_config').isSet) return pass();
    const sources = graph.attached(distribution, 'aws_cloudwatch_log_delivery_source', 'resource_arn');
    return expectAttached(distribution, sources, 'neither logging_config nor log delivery belongs to the distribution');
  },
});
