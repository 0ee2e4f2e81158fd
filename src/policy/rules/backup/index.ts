import type { Rule } from '../../rule/rule';
import { COPY_ELSEWHERE } from './copy-elsewhere';
import { PLAN_LIFECYCLE } from './plan-lifecycle';
import { SELECTION_COVERS } from './selection-covers';
import { VAULT_KEY } from './vault-key';
import { VAULT_PROTECTED } from './vault-protected';

/** Every rule of this folder. */
export const BACKUP_RULES: readonly Rule[] = [
  COPY_ELSEWHERE,
  PLAN_LIFECYCLE,
  SELECTION_COVERS,
  VAULT_KEY,
  VAULT_PROTECTED,
];
