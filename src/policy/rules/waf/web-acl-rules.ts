import type { Block } from '../../model/block';
import type { Resource } from '../../model/resource';

/** Rules of AWS that a web ACL takes in. */
export interface ManagedGroup {
  readonly name: string;
  /** The rule that takes it in. */
  readonly rule: Block;
  readonly statement: Block;
  /** What it finds is only counted. */
  readonly counts: boolean;
}

/** The rules that a web ACL holds itself; undefined where they are in a text or a variable. */
export function rulesOf(acl: Resource): readonly Block[] | undefined {
  if (acl.get('rule_json').isSet) return undefined;
  const rules = acl.blocks('rule');
  return rules.some((rule) => rule.node.kind !== 'object') ? undefined : rules;
}

/** A rule's name, for people and to tell findings apart. */
export function ruleName(rule: Block): string {
  return rule.get('name').text ?? 'a rule';
}

/** The managed rule groups of AWS among the rules. */
export function managedGroups(rules: readonly Block[]): readonly ManagedGroup[] {
  return rules.flatMap((rule) =>
    rule.blocks('statement').flatMap((outer) =>
      outer.blocks('managed_rule_group_statement').flatMap((statement) => {
        const name = statement.get('name').text;
        if (name === undefined || !statement.get('vendor_name').is('AWS')) return [];
        return [{ name, rule, statement, counts: rule.get('override_action.count').isSet }];
      }),
    ),
  );
}
