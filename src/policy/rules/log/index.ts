import type { Rule } from '../../rule/rule';
import { ALARM_ACTIONS } from './alarm-actions';
import { ALARM_COVERAGE } from './alarm-coverage';
import { LOG_GROUP_KEY } from './group-key';
import { LOG_RETENTION } from './log-retention';
import { MISSING_DATA } from './missing-data';
import { RETENTION_YEAR } from './retention-year';
import { TOPIC_KEY } from './topic-key';
import { TOPIC_OWN_ACCOUNT } from './topic-own-account';
import { TOPIC_POLICY_CLOSED } from './topic-policy-closed';
import { TOPIC_TLS_ONLY } from './topic-tls-only';
import { TRAIL_ALL_REGIONS } from './trail-all-regions';
import { TRAIL_KEY } from './trail-key';
import { TRAIL_TO_LOGS } from './trail-to-logs';
import { TRAIL_VALIDATION } from './trail-validation';

/** Every rule of this folder. */
export const LOG_RULES: readonly Rule[] = [
  ALARM_ACTIONS,
  ALARM_COVERAGE,
  LOG_GROUP_KEY,
  LOG_RETENTION,
  MISSING_DATA,
  RETENTION_YEAR,
  TOPIC_KEY,
  TOPIC_OWN_ACCOUNT,
  TOPIC_POLICY_CLOSED,
  TOPIC_TLS_ONLY,
  TRAIL_ALL_REGIONS,
  TRAIL_KEY,
  TRAIL_TO_LOGS,
  TRAIL_VALIDATION,
];
