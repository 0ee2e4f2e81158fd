import type { Rule } from '../../rule/rule';
import { BUCKET_ENCRYPTION } from './encryption';
import { PUBLIC_ACCESS_BLOCK } from './public-access-block';

/** Every rule of this folder. */
export const S3_RULES: readonly Rule[] = [BUCKET_ENCRYPTION, PUBLIC_ACCESS_BLOCK];
