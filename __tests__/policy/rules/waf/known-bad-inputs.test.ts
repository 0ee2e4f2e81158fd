import { KNOWN_BAD_INPUTS } from '../../../../src/policy/rules/waf/known-bad-inputs';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { managed, RULES_IN_TEXT, webAcl } from '../../support/web-acl';

const NAME = 'AWSManagedRulesKnownBadInputsRuleSet';
const COUNT = { count: {} };

describeRule(KNOWN_BAD_INPUTS, {
  pass: {
    'the group blocks': webAcl([managed(NAME)]),
    'another rule of it only counts': webAcl([
      managed(NAME, {}, { rule_action_override: { name: 'Host_localhost_HEADER', action_to_use: COUNT } }),
    ]),
  },
  fail: {
    'another group': webAcl([managed('AWSManagedRulesCommonRuleSet')]),
    'the group of somebody else': webAcl([managed(NAME, {}, { vendor_name: 'Others' })]),
    'it counts': webAcl([managed(NAME, { override_action: COUNT })]),
    'its rule for Log4j counts': webAcl([
      managed(NAME, {}, { rule_action_override: [{ name: 'Log4JRCE_HEADER', action_to_use: COUNT }] }),
    ]),
    'its rule for Log4j is left out': webAcl([managed(NAME, {}, { excluded_rule: { name: 'Log4JRCE' } })]),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'rules in a text': RULES_IN_TEXT },
  guards: {
    'aws_wafv2_web_acl.site.rule.0.override_action': [COUNT],
    'aws_wafv2_web_acl.site.rule.0.statement.managed_rule_group_statement.name': ['AWSManagedRulesCommonRuleSet'],
  },
});
