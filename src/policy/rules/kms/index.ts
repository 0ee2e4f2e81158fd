import type { Rule } from '../../rule/rule';
import { KEY_ROTATION } from './rotation';

/** Every rule of this folder. */
export const KMS_RULES: readonly Rule[] = [KEY_ROTATION];
