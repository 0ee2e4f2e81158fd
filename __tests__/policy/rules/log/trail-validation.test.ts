import { TRAIL_VALIDATION } from '../../../../src/policy/rules/log/trail-validation';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(TRAIL_VALIDATION, {
  pass: { 'it is set': { aws_cloudtrail: { main: { enable_log_file_validation: true } } } },
  fail: { 'nothing is said': { aws_cloudtrail: { main: { name: 'main' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_cloudtrail: { main: { enable_log_file_validation: '${var.given}' } } } },
  guards: { 'aws_cloudtrail.main.enable_log_file_validation': [false, undefined] },
});
