import type { Rule } from '../../rule/rule';
import { MULTI_AZ } from './multi-az';
import { DATABASE_NOT_PUBLIC } from './not-public';
import { STORAGE_ENCRYPTED } from './storage-encrypted';

/** Every rule of this folder. */
export const RDS_RULES: readonly Rule[] = [MULTI_AZ, DATABASE_NOT_PUBLIC, STORAGE_ENCRYPTED];
