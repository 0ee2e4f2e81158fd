import type { Rule } from '../../rule/rule';

/** Every rule of this folder. */
export const VPC_RULES: readonly Rule[] = [];
