import type { Rule } from '../../rule/rule';
import { ACL_ALL_PORTS } from './acl-all-ports';
import { ACL_FTP_CLOSED } from './acl-ftp-closed';
import { ACL_FTP_DATA_CLOSED } from './acl-ftp-data-closed';
import { ACL_IN_USE } from './acl-in-use';
import { ACL_RDP_CLOSED } from './acl-rdp-closed';
import { ACL_SSH_CLOSED } from './acl-ssh-closed';
import { ALL_PORTS_CLOSED } from './all-ports-closed';
import { DESCRIPTIONS } from './descriptions';
import { GROUP_IN_USE } from './group-in-use';
import { HTTP_REDIRECTS } from './http-redirects';
import { IPV6_ADMIN_CLOSED } from './ipv6-admin-closed';
import { ONE_RULE_STYLE } from './one-rule-style';
import { RDP_CLOSED } from './rdp-closed';
import { RISKY_PORTS_CLOSED } from './risky-ports-closed';
import { SSH_CLOSED } from './ssh-closed';
import { TIER_BY_REFERENCE } from './tier-by-reference';
import { WORLD_EGRESS } from './world-egress';
import { WORLD_INGRESS } from './world-ingress';

/** Every rule of this folder. */
export const SG_RULES: readonly Rule[] = [
  ACL_ALL_PORTS,
  ACL_FTP_CLOSED,
  ACL_FTP_DATA_CLOSED,
  ACL_IN_USE,
  ACL_RDP_CLOSED,
  ACL_SSH_CLOSED,
  ALL_PORTS_CLOSED,
  DESCRIPTIONS,
  GROUP_IN_USE,
  HTTP_REDIRECTS,
  IPV6_ADMIN_CLOSED,
  ONE_RULE_STYLE,
  RDP_CLOSED,
  RISKY_PORTS_CLOSED,
  SSH_CLOSED,
  TIER_BY_REFERENCE,
  WORLD_EGRESS,
  WORLD_INGRESS,
];
