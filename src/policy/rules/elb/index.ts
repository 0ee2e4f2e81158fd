import type { Rule } from '../../rule/rule';
import { ACCESS_LOGS } from './access-logs';
import { LB_DELETION_PROTECTION } from './deletion-protection';

/** Every rule of this folder. */
export const ELB_RULES: readonly Rule[] = [ACCESS_LOGS, LB_DELETION_PROTECTION];
