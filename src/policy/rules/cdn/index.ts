import type { Rule } from '../../rule/rule';

/** Every rule of this folder. */
export const CDN_RULES: readonly Rule[] = [];
