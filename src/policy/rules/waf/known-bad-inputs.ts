import { defineRule } from '../../rule/rule';
import { fail, pass, unknown } from '../../rule/verdict';
import type { ManagedGroup } from './web-acl-rules';
import { managedGroups, rulesOf } from './web-acl-rules';

const GROUP = 'AWSManagedRulesKnownBadInputsRuleSet';

export const KNOWN_BAD_INPUTS = defineRule({
  id: 'WPHA-WAF-003',
  title: 'web ACLs block known bad inputs, Log4j among them',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_wafv2_web_acl'],
  rows: ['WAF-003'],
  maps: { checkov: ['CKV_AWS_192'] },
  why: 'Scanners try these inputs on every address they find, and the rules against them hardly ever hit anybody else.',
  fix: `Add the rule group ${GROUP} of AWS, without counting.`,
  check: (acl) => {
    const rules = rulesOf(acl);
    if (rules === undefined) return unknown([acl, 'rule']);
    const group = managedGroups(rules).find(({ name }) => name === GROUP);
    if (group === undefined) return fail([acl, 'rule'], `'${GROUP}' is not among the rules`);
    return blocksLog4j(group) ? pass() : fail([group.rule, 'override_action'], `'${GROUP}' only counts what it finds`);
  },
});

/** Single rules of the group may be set to count as well. */
function blocksLog4j({ counts, statement }: ManagedGroup): boolean {
  const counted = [
    ...statement.blocks('rule_action_override').filter((each) => each.get('action_to_use.count').isSet),
    ...statement.blocks('excluded_rule'),
  ];
  return !counts && !counted.some((each) => each.get('name').text?.startsWith('Log4JRCE') === true);
}
