import { TRAIL_ALL_REGIONS } from '../../../../src/policy/rules/log/trail-all-regions';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(TRAIL_ALL_REGIONS, {
  pass: { 'it is set': { aws_cloudtrail: { main: { is_multi_region_trail: true } } } },
  fail: { 'nothing is said': { aws_cloudtrail: { main: { name: 'main' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_cloudtrail: { main: { is_multi_region_trail: '${var.given}' } } } },
  guards: { 'aws_cloudtrail.main.is_multi_region_trail': [false, undefined] },
});
