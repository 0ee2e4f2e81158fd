import type { Block } from '../../model/block';
import { leaves } from '../../model/node';
import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';
import { managedGroups, rulesOf } from './web-acl-rules';

/** Managed rule groups of AWS that know WordPress and what it is made of. */
const GROUPS = [
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesPHPRuleSet',
  'AWSManagedRulesSQLiRuleSet',
  'AWSManagedRulesWordPressRuleSet',
];

/** Where passwords are guessed. */
const LOGINS = ['wp-login.php', 'xmlrpc.php'];

export const WORDPRESS_SET = defineRule({
  id: 'WPHA-WAF-006',
  title: 'web ACLs know WordPress and slow down who guesses passwords',
  severity: 'medium',
  pack: 'wordpress',
  appliesTo: ['aws_wafv2_web_acl'],
  rows: ['WAF-006'],
  maps: {},
  why: 'Plugins with holes and weak passwords are how WordPress sites fall, and both are tried by everybody all day.',
  fix: 'Add the managed rule groups, and rate-based rules for /wp-login.php and /xmlrpc.php.',
  check: (acl) => {
    const rules = rulesOf(acl);
    if (rules === undefined) return unknown([acl, 'rule']);
    const names = managedGroups(rules).map(({ name }) => name);
    const groups = GROUPS.filter((group) => !names.includes(group)).map((group): Verdict => {
      return fail([acl, 'rule'], `'${group}' is not among the rules`, { part: group });
    });
    const limited = rules.flatMap(limitedTexts);
    const logins = LOGINS.filter((login) => !limited.some((text) => covers(text, login))).map((login): Verdict => {
      return fail([acl, 'rule'], `no rate-based rule limits '${login}'`, { part: login });
    });
    return groups.length + logins.length === 0 ? pass() : [...groups, ...logins];
  },
});

/** Every text in what a rate-based rule looks for. */
function limitedTexts(rule: Block): readonly string[] {
  const statements = rule.blocks('statement').flatMap((outer) => outer.blocks('rate_based_statement'));
  return statements.flatMap((statement) =>
    statement
      .blocks('scope_down_statement')
      .flatMap(({ node }) => [...leaves(node)])
      .flatMap(([, leaf]) => (leaf.kind === 'known' ? [String(leaf.value)] : [])),
  );
}

/** Search texts are paths, their ends, or regular expressions. */
function covers(text: string, login: string): boolean {
  return text.replaceAll('\\', '').includes(login);
}
