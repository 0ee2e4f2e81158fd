import type { Rule } from '../../rule/rule';

/** Every rule of this folder. */
export const WAF_RULES: readonly Rule[] = [];
