import type { Rule } from '../../rule/rule';

/** Every rule of this folder. */
export const BACKUP_RULES: readonly Rule[] = [];
