import type { Rule } from '../../rule/rule';
import { WEB_ACL_HAS_RULES } from './has-rules';
import { KNOWN_BAD_INPUTS } from './known-bad-inputs';
import { WAF_LOGGING } from './logging';
import { WAF_METRICS } from './metrics';
import { RULES_ACT } from './rules-act';
import { WORDPRESS_SET } from './wordpress-set';

/** Every rule of this folder. */
export const WAF_RULES: readonly Rule[] = [
  WEB_ACL_HAS_RULES,
  KNOWN_BAD_INPUTS,
  WAF_LOGGING,
  WAF_METRICS,
  RULES_ACT,
  WORDPRESS_SET,
];
