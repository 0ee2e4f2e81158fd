import type { Rule } from '../../rule/rule';
import { NO_KEYS_IN_PROVIDER } from './no-keys-in-provider';

/** Every rule of this folder. */
export const TF_RULES: readonly Rule[] = [NO_KEYS_IN_PROVIDER];
