import { defineRule } from '../../rule/rule';
import { expectAttached } from '../../rule/expect';
import { pass } from '../../rule/verdict';
import { rulesOf } from './web-acl-rules';

export const WEB_ACL_HAS_RULES = defineRule({
  id: 'WPHA-WAF-001',
  title: 'web ACLs have rules',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_wafv2_web_acl'],
  rows: ['WAF-001'],
  maps: { checkov: ['CKV_AWS_175'], fsbp: ['WAF.10'] },
  why: 'A web ACL without rules costs five dollars a month and lets everything through.',
  fix: 'Add rules, such as the managed rule groups of AWS.',
  check: (acl, graph) => {
    const rules = rulesOf(acl);
    if (rules === undefined || rules.length > 0) return pass();
    const others = graph.attached(acl, 'aws_wafv2_web_acl_rule_group_association', 'web_acl_arn');
    return expectAttached(acl, others, 'the web ACL has no rule');
  },
});
