import type { Rule } from '../../rule/rule';
import { CDN_ACCESS_LOGS } from './access-logs';
import { ADMIN_NOT_CACHED } from './admin-not-cached';
import { DEFAULT_ROOT_OBJECT } from './default-root-object';
import { GEO_RESTRICTION } from './geo-restriction';
import { HSTS } from './hsts';
import { ORIGIN_ACCESS_CONTROL } from './origin-access-control';
import { ORIGIN_FAILOVER } from './origin-failover';
import { ORIGIN_HTTPS } from './origin-https';
import { ORIGIN_TLS } from './origin-tls';
import { OWN_CERTIFICATE } from './own-certificate';
import { RESPONSE_HEADERS } from './response-headers';
import { SNI } from './sni';
import { VIEWER_HTTPS } from './viewer-https';
import { VIEWER_TLS } from './viewer-tls';
import { CDN_WEB_ACL_GROUPS } from './web-acl-groups';
import { CDN_WEB_ACL } from './web-acl';

/** Every rule of this folder. */
export const CDN_RULES: readonly Rule[] = [
  CDN_ACCESS_LOGS,
  ADMIN_NOT_CACHED,
  DEFAULT_ROOT_OBJECT,
  GEO_RESTRICTION,
  HSTS,
  ORIGIN_ACCESS_CONTROL,
  ORIGIN_FAILOVER,
  ORIGIN_HTTPS,
  ORIGIN_TLS,
  OWN_CERTIFICATE,
  RESPONSE_HEADERS,
  SNI,
  VIEWER_HTTPS,
  VIEWER_TLS,
  CDN_WEB_ACL_GROUPS,
  CDN_WEB_ACL,
];
