import type { Rule } from '../../rule/rule';
import { NO_WILDCARD_ACTION } from './no-wildcard-action';

/** Every rule of this folder. */
export const IAM_RULES: readonly Rule[] = [NO_WILDCARD_ACTION];
