import type { Rule } from '../../rule/rule';
import { BACKTRACK } from './backtrack';
import { DATABASE_BACKUPS } from './backups';
import { CERTIFICATE_AUTHORITY } from './certificate-authority';
import { COPY_TAGS } from './copy-tags';
import { DB_DELETION_PROTECTION } from './deletion-protection';
import { ENHANCED_MONITORING } from './enhanced-monitoring';
import { DATABASE_EVENTS } from './events';
import { FINAL_SNAPSHOT } from './final-snapshot';
import { IAM_AUTHENTICATION } from './iam-authentication';
import { LOG_EXPORTS } from './log-exports';
import { MASTER_USERNAME } from './master-username';
import { MINOR_UPGRADES } from './minor-upgrades';
import { MULTI_AZ } from './multi-az';
import { DATABASE_NOT_PUBLIC } from './not-public';
import { PASSWORD_NOT_IN_CODE } from './password';
import { PASSWORD_ROTATION } from './password-rotation';
import { PERFORMANCE_INSIGHTS } from './performance-insights';
import { PERFORMANCE_INSIGHTS_KEY } from './performance-insights-key';
import { DATABASE_PORT } from './port';
import { STORAGE_AUTOSCALING } from './storage-autoscaling';
import { STORAGE_ENCRYPTED } from './storage-encrypted';
import { DATABASE_SUBNETS } from './subnets';
import { DATABASE_TLS_ONLY } from './tls-only';

/** Every rule of this folder. */
export const RDS_RULES: readonly Rule[] = [
  BACKTRACK,
  CERTIFICATE_AUTHORITY,
  COPY_TAGS,
  DATABASE_BACKUPS,
  DATABASE_EVENTS,
  DATABASE_NOT_PUBLIC,
  DATABASE_PORT,
  DATABASE_SUBNETS,
  DATABASE_TLS_ONLY,
  DB_DELETION_PROTECTION,
  ENHANCED_MONITORING,
  FINAL_SNAPSHOT,
  IAM_AUTHENTICATION,
  LOG_EXPORTS,
  MASTER_USERNAME,
  MINOR_UPGRADES,
  MULTI_AZ,
  PASSWORD_NOT_IN_CODE,
  PASSWORD_ROTATION,
  PERFORMANCE_INSIGHTS,
  PERFORMANCE_INSIGHTS_KEY,
  STORAGE_AUTOSCALING,
  STORAGE_ENCRYPTED,
];
