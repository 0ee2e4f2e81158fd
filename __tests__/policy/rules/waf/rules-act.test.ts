import { RULES_ACT } from '../../../../src/policy/rules/waf/rules-act';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { managed, RULES_IN_TEXT, webAcl } from '../../support/web-acl';

const COMMON = managed('AWSManagedRulesCommonRuleSet');

describeRule(RULES_ACT, {
  pass: { 'rules block or leave it to the group': webAcl([COMMON, { name: 'rate', action: { block: {} } }]) },
  fail: {
    'one rule does nothing': {
      resources: webAcl([COMMON, { name: 'rate', statement: {} }]),
      finds: ['aws_wafv2_web_acl.site#rate'],
    },
  },
  notApplicable: { 'no rule': webAcl([]), 'other resources': OTHER_RESOURCES },
  unknown: { 'rules in a text': RULES_IN_TEXT },
  variablesPass: true,
  guards: {
    'aws_wafv2_web_acl.site.rule.0.override_action': [undefined, {}],
    'aws_wafv2_web_acl.site.rule.1.action': [undefined],
  },
});
