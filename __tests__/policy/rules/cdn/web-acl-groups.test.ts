import { CDN_WEB_ACL_GROUPS } from '../../../../src/policy/rules/cdn/web-acl-groups';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { distribution } from '../../support/distribution';
import { managed, RULES_IN_TEXT, webAcl } from '../../support/web-acl';

const BAD_INPUTS = managed('AWSManagedRulesKnownBadInputsRuleSet');
const ANONYMOUS = managed('AWSManagedRulesAnonymousIpList', { override_action: { count: {} } });
const guarded = (acl: Resources): Resources => ({
  ...distribution({ web_acl_id: '${aws_wafv2_web_acl.site.arn}' }),
  ...acl,
});

describeRule(CDN_WEB_ACL_GROUPS, {
  pass: { 'both, one of which counts': guarded(webAcl([BAD_INPUTS, ANONYMOUS])) },
  fail: {
    'one of them': {
      resources: guarded(webAcl([BAD_INPUTS])),
      finds: ['aws_wafv2_web_acl.site#AWSManagedRulesAnonymousIpList'],
    },
  },
  notApplicable: { 'no web ACL': distribution({}), 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable names the web ACL': distribution({ web_acl_id: '${var.acl}' }),
    'rules in a text': guarded(RULES_IN_TEXT),
  },
  guards: {
    'aws_wafv2_web_acl.site.rule.0.statement.managed_rule_group_statement.name': ['a'],
    'aws_wafv2_web_acl.site.rule.1.statement.managed_rule_group_statement.name': ['a'],
  },
});
