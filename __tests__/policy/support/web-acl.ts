import type { JsonObject } from '../../../src/terraform/json';
import type { Resources } from './describe-rule';

/** A web ACL with these rules and settings. */
export const webAcl = (rules: readonly JsonObject[], settings: JsonObject = {}): Resources => ({
  aws_wafv2_web_acl: { site: { name: 'site', ...(rules.length === 0 ? {} : { rule: rules }), ...settings } },
});

/** The rule that takes in a managed rule group of AWS. */
export const managed = (name: string, more: JsonObject = {}, statement: JsonObject = {}): JsonObject => ({
  name,
  override_action: { none: {} },
  statement: { managed_rule_group_statement: { name, vendor_name: 'AWS', ...statement } },
  ...more,
});

/** A web ACL whose rules are in a text. */
export const RULES_IN_TEXT = webAcl([], { rule_json: '[]' });
