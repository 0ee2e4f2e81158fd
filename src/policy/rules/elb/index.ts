import type { Rule } from '../../rule/rule';
import { ACCESS_LOGS } from './access-logs';
import { BALANCER_ZONES } from './balancer-zones';
import { LB_DELETION_PROTECTION } from './deletion-protection';
import { DESYNC_MITIGATION } from './desync-mitigation';
import { ENCRYPTED_TARGETS } from './encrypted-targets';
import { HEALTH_CHECK_PATH } from './health-check-path';
import { HTTPS_LISTENER } from './https-listener';
import { INTERNET_FACING } from './internet-facing';
import { INVALID_HEADERS } from './invalid-headers';
import { ORIGIN_LOCK_DOWN } from './origin-lock-down';
import { STRONG_CIPHERS } from './strong-ciphers';
import { TLS_VERSION } from './tls-version';
import { WEB_ACL } from './web-acl';
import { WEB_ACL_RULE_GROUPS } from './web-acl-rule-groups';

/** Every rule of this folder. */
export const ELB_RULES: readonly Rule[] = [
  ACCESS_LOGS,
  BALANCER_ZONES,
  DESYNC_MITIGATION,
  ENCRYPTED_TARGETS,
  HEALTH_CHECK_PATH,
  HTTPS_LISTENER,
  INTERNET_FACING,
  INVALID_HEADERS,
  LB_DELETION_PROTECTION,
  ORIGIN_LOCK_DOWN,
  STRONG_CIPHERS,
  TLS_VERSION,
  WEB_ACL,
  WEB_ACL_RULE_GROUPS,
];
