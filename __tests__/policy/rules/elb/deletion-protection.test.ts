import { LB_DELETION_PROTECTION } from '../../../../src/policy/rules/elb/deletion-protection';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(LB_DELETION_PROTECTION, {
  pass: { 'it is on': { aws_lb: { web: { enable_deletion_protection: true } } } },
  fail: { 'nothing is said': { aws_lb: { web: { name: 'web' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_lb: { web: { enable_deletion_protection: '${var.protect}' } } } },
  guards: { 'aws_lb.web.enable_deletion_protection': [false, undefined] },
});
