import type { Rule } from '../../rule/rule';

/** Every rule of this folder. */
export const DNS_RULES: readonly Rule[] = [];
