import type { Rule } from '../../rule/rule';

/** Every rule of this folder. */
export const CACHE_RULES: readonly Rule[] = [];
