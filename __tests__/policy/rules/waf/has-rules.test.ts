import { WEB_ACL_HAS_RULES } from '../../../../src/policy/rules/waf/has-rules';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { managed, RULES_IN_TEXT, webAcl } from '../../support/web-acl';

const COMMON = managed('AWSManagedRulesCommonRuleSet');

describeRule(WEB_ACL_HAS_RULES, {
  pass: {
    'one rule': webAcl([COMMON]),
    'rules in a text': RULES_IN_TEXT,
    'rules that are made by themselves': {
      ...webAcl([]),
      aws_wafv2_web_acl_rule_group_association: { a: { web_acl_arn: '${aws_wafv2_web_acl.site.arn}' } },
    },
  },
  fail: { 'no rule': { resources: webAcl([]), finds: ['aws_wafv2_web_acl.site#missing'] } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable names the web ACL of others': {
      ...webAcl([]),
      aws_wafv2_web_acl_rule_group_association: { a: { web_acl_arn: '${var.acl}' } },
    },
  },
  variablesPass: true,
  guards: { 'aws_wafv2_web_acl.site.rule': [undefined, []] },
});
