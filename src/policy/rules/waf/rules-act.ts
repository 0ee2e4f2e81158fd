import type { Block } from '../../model/block';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown } from '../../rule/verdict';
import { ruleName, rulesOf } from './web-acl-rules';

export const RULES_ACT = defineRule({
  id: 'WPHA-WAF-002',
  title: 'rules of web ACLs do something',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_wafv2_web_acl'],
  rows: ['WAF-002'],
  maps: { checkov: ['CKV_AWS_342'] },
  why: 'A rule without an action is refused by AWS, or does nothing that anybody would notice.',
  fix: "Give each rule an 'action', and one with a rule group an 'override_action'.",
  check: (acl) => {
    const rules = rulesOf(acl);
    if (rules === undefined) return unknown([acl, 'rule']);
    if (rules.length === 0) return notApplicable();
    return rules.map((rule) => {
      if (acts(rule)) return pass();
      const name = ruleName(rule);
      return fail([rule, 'action'], `'${name}' has neither 'action' nor 'override_action'`, { part: name });
    });
  },
});

/** The block of an action names what to do by an empty block in it. */
function acts(rule: Block): boolean {
  const actions = [...rule.blocks('action'), ...rule.blocks('override_action')];
  return actions.some(({ node }) => node.kind !== 'object' || node.members.size > 0);
}
