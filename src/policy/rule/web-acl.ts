import type { Resource } from '../model/resource';

/** Managed rule groups of a web ACL. */
export interface ManagedRuleGroups {
  readonly names: ReadonlySet<string>;
  /** Whether there may be others. */
  readonly unclear: boolean;
}

/** The managed rule groups that the rules of an aws_wafv2_web_acl name. */
export function managedRuleGroups(acl: Resource): ManagedRuleGroups {
  const names = acl.blocks('rule').map((rule) => rule.get('statement.managed_rule_group_statement.name'));
  return {
    names: new Set(names.map(({ text }) => text).filter((text) => text !== undefined)),
    unclear: acl.get('rule_json').isSet || names.some((name) => name.isUnclear),
  };
}
