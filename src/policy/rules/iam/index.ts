import type { Rule } from '../../rule/rule';
import { NO_CONFUSED_DEPUTY } from './confused-deputy';
import { NO_CREDENTIALS_EXPOSURE } from './credentials-exposure';
import { NO_DATA_EXFILTRATION } from './data-exfiltration';
import { LIMITED_RESOURCES } from './limited-resources';
import { NO_ADMINISTRATOR } from './no-administrator';
import { NO_FULL_ACCESS } from './no-full-access';
import { NO_FULL_IAM } from './no-full-iam';
import { NO_USER_POLICIES } from './no-user-policies';
import { NO_USERS } from './no-users';
import { NO_WILDCARD_ACTION } from './no-wildcard-action';
import { OWN_POLICIES } from './own-policies';
import { NO_PERMISSIONS_MANAGEMENT } from './permissions-management';
import { PERMISSIONS_BOUNDARY } from './permissions-boundary';
import { PIPELINE_IDENTITY } from './pipeline-identity';
import { NO_PRIVILEGE_ESCALATION } from './privilege-escalation';
import { TRUST_NAMED } from './trust-named';
import { TRUST_NOT_ACCOUNT } from './trust-not-account';

/** Every rule of this folder. */
export const IAM_RULES: readonly Rule[] = [
  NO_CONFUSED_DEPUTY,
  NO_CREDENTIALS_EXPOSURE,
  NO_DATA_EXFILTRATION,
  LIMITED_RESOURCES,
  NO_ADMINISTRATOR,
  NO_FULL_ACCESS,
  NO_FULL_IAM,
  NO_USER_POLICIES,
  NO_USERS,
  NO_WILDCARD_ACTION,
  OWN_POLICIES,
  NO_PERMISSIONS_MANAGEMENT,
  PERMISSIONS_BOUNDARY,
  PIPELINE_IDENTITY,
  NO_PRIVILEGE_ESCALATION,
  TRUST_NAMED,
  TRUST_NOT_ACCOUNT,
];
