import type { Rule } from '../../rule/rule';
import { TIER_BY_REFERENCE } from './tier-by-reference';
import { WORLD_INGRESS } from './world-ingress';

/** Every rule of this folder. */
export const SG_RULES: readonly Rule[] = [TIER_BY_REFERENCE, WORLD_INGRESS];
