import { WEB_ACL_RULE_GROUPS } from '../../../../src/policy/rules/elb/web-acl-rule-groups';
import { describeRule, type Resources } from '../../support/describe-rule';

const INPUTS = 'AWSManagedRulesKnownBadInputsRuleSet';
const ADDRESSES = 'AWSManagedRulesAnonymousIpList';
const rules = (...names: readonly string[]) =>
  names.map((name) => ({ name, statement: { managed_rule_group_statement: { name, vendor_name: 'AWS' } } }));
const balancer = (acl: object, arn = '${aws_wafv2_web_acl.site.arn}'): Resources => ({
  aws_lb: { web: { name: 'web' } },
  aws_wafv2_web_acl: { site: { scope: 'REGIONAL', ...acl } },
  aws_wafv2_web_acl_association: { web: { resource_arn: '${aws_lb.web.arn}', web_acl_arn: arn } },
});

describeRule(WEB_ACL_RULE_GROUPS, {
  pass: { 'it has both': balancer({ rule: rules(INPUTS, ADDRESSES) }) },
  fail: {
    'one is missing': {
      resources: balancer({ rule: rules(INPUTS) }),
      finds: [`aws_wafv2_web_acl.site#${ADDRESSES}`],
    },
    'it has no rules': balancer({}),
    'it has only rules of its own': balancer({
      rule: [{ statement: { geo_match_statement: { country_codes: ['XX'] } } }],
    }),
  },
  notApplicable: { 'a load balancer without a web ACL': { aws_lb: { web: { name: 'web' } } } },
  unknown: {
    'the rules are one text of JSON': balancer({ rule_json: '[]' }),
    'the web ACL is not known here': balancer({}, 'arn:aws:wafv2:eu-west-1:1:regional/webacl/site/1'),
  },
  guards: {
    'aws_wafv2_web_acl.site.rule.0.statement.managed_rule_group_statement.name': ['AWSManagedRulesCommonRuleSet'],
    'aws_wafv2_web_acl.site.rule': [rules(ADDRESSES), undefined],
  },
});
