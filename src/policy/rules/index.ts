import { compare } from '../model/resource-graph';
import type { Rule } from '../rule/rule';
import { BACKUP_RULES } from './backup';
import { CACHE_RULES } from './cache';
import { CDN_RULES } from './cdn';
import { DNS_RULES } from './dns';
import { EC2_RULES } from './ec2';
import { EFS_RULES } from './efs';
import { ELB_RULES } from './elb';
import { IAM_RULES } from './iam';
import { KMS_RULES } from './kms';
import { LOG_RULES } from './log';
import { RDS_RULES } from './rds';
import { S3_RULES } from './s3';
import { SG_RULES } from './sg';
import { TF_RULES } from './tf';
import { VPC_RULES } from './vpc';
import { WAF_RULES } from './waf';

/** Every rule, by id. */
export const RULES: readonly Rule[] = [
  ...BACKUP_RULES,
  ...CACHE_RULES,
  ...CDN_RULES,
  ...DNS_RULES,
  ...EC2_RULES,
  ...EFS_RULES,
  ...ELB_RULES,
  ...IAM_RULES,
  ...KMS_RULES,
  ...LOG_RULES,
  ...RDS_RULES,
  ...S3_RULES,
  ...SG_RULES,
  ...TF_RULES,
  ...VPC_RULES,
  ...WAF_RULES,
].toSorted((left, right) => compare(left.id, right.id));
