import type { Rule } from '../../rule/rule';

/** Every rule of this folder. */
export const EFS_RULES: readonly Rule[] = [];
