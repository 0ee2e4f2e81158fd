import type { Rule } from '../../rule/rule';
import { LOG_RETENTION } from './log-retention';

/** Every rule of this folder. */
export const LOG_RULES: readonly Rule[] = [LOG_RETENTION];
