import { ORIGIN_FAILOVER } from '../../../../src/policy/rules/cdn/origin-failover';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { distribution } from '../../support/distribution';

const GROUP = { origin_group: { origin_id: 'both' } };

describeRule(ORIGIN_FAILOVER, {
  pass: { 'a group of origins': distribution(GROUP) },
  fail: { 'nothing is said': distribution({}) },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_cloudfront_distribution.site.origin_group': [undefined, []] },
});
