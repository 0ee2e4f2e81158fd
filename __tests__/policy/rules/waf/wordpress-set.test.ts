import { WORDPRESS_SET } from '../../../../src/policy/rules/waf/wordpress-set';
import type { JsonObject } from '../../../../src/terraform/json';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';
import { managed, RULES_IN_TEXT, webAcl } from '../../support/web-acl';

const rate = (search_string: string): JsonObject => ({
  name: search_string,
  action: { block: {} },
  statement: {
    rate_based_statement: { limit: 100, scope_down_statement: { byte_match_statement: { search_string } } },
  },
});
const GROUPS = ['Common', 'PHP', 'SQLi', 'WordPress'].map((name) => managed(`AWSManagedRules${name}RuleSet`));

describeRule(WORDPRESS_SET, {
  pass: {
    'groups and limits': webAcl([...GROUPS, rate('/wp-login.php'), rate('/xmlrpc.php')]),
    'one limit for both, as a pattern': webAcl([...GROUPS, rate('^/(wp-login\\.php|xmlrpc\\.php)$')]),
  },
  fail: {
    'one group and one limit are missing': {
      resources: webAcl([...GROUPS.slice(1), rate('/wp-login.php')]),
      finds: ['aws_wafv2_web_acl.site#AWSManagedRulesCommonRuleSet', 'aws_wafv2_web_acl.site#xmlrpc.php'],
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'rules in a text': RULES_IN_TEXT },
  guards: {
    'aws_wafv2_web_acl.site.rule.0.statement.managed_rule_group_statement.name': ['a'],
    'aws_wafv2_web_acl.site.rule.4.statement.rate_based_statement': [undefined],
  },
});
