import type { Rule } from '../../rule/rule';
import { NO_KEYS_IN_PROVIDER } from './no-keys-in-provider';
import { PROVIDER_PINNED } from './provider-pinned';
import { REQUIRED_TAGS } from './required-tags';
import { STATE_BACKEND } from './state-backend';

/** Every rule of this folder. */
export const TF_RULES: readonly Rule[] = [NO_KEYS_IN_PROVIDER, PROVIDER_PINNED, REQUIRED_TAGS, STATE_BACKEND];
