import type { Rule } from '../../rule/rule';
import { EBS_ENCRYPTED } from './ebs-encrypted';
import { IMDS_V2 } from './imds-v2';

/** Every rule of this folder. */
export const EC2_RULES: readonly Rule[] = [EBS_ENCRYPTED, IMDS_V2];
