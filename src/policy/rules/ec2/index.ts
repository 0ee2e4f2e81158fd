import type { Rule } from '../../rule/rule';
import { DETAILED_MONITORING } from './detailed-monitoring';
import { EBS_CUSTOMER_KEY } from './ebs-customer-key';
import { EBS_ENCRYPTED } from './ebs-encrypted';
import { ELB_HEALTH_CHECKS } from './elb-health-checks';
import { GROUP_ZONES } from './group-zones';
import { HOP_LIMIT } from './hop-limit';
import { IMDS_V2 } from './imds-v2';
import { INSTANCE_PROFILE } from './instance-profile';
import { INSTANCE_REFRESH } from './instance-refresh';
import { INSTANCE_TYPE_SPREAD } from './instance-type-spread';
import { USES_LAUNCH_TEMPLATE } from './launch-template';
import { NO_DIRECTORY_LISTING } from './no-directory-listing';
import { NO_PUBLIC_ADDRESS } from './no-public-address';
import { NO_SECRETS_IN_USER_DATA } from './no-secrets-in-user-data';
import { PINNED_DOWNLOADS } from './pinned-downloads';
import { PINNED_PACKAGES } from './pinned-packages';
import { PROPAGATED_TAGS } from './propagated-tags';
import { SCALING_NOTIFICATIONS } from './scaling-notifications';
import { SESSION_MANAGER } from './session-manager';
import { UNMANAGED_CAPACITY } from './unmanaged-capacity';
import { WARM_UP } from './warm-up';

/** Every rule of this folder. */
export const EC2_RULES: readonly Rule[] = [
  DETAILED_MONITORING,
  EBS_CUSTOMER_KEY,
  EBS_ENCRYPTED,
  ELB_HEALTH_CHECKS,
  GROUP_ZONES,
  HOP_LIMIT,
  IMDS_V2,
  INSTANCE_PROFILE,
  INSTANCE_REFRESH,
  INSTANCE_TYPE_SPREAD,
  NO_DIRECTORY_LISTING,
  NO_PUBLIC_ADDRESS,
  NO_SECRETS_IN_USER_DATA,
  PINNED_DOWNLOADS,
  PINNED_PACKAGES,
  PROPAGATED_TAGS,
  SCALING_NOTIFICATIONS,
  SESSION_MANAGER,
  UNMANAGED_CAPACITY,
  USES_LAUNCH_TEMPLATE,
  WARM_UP,
];
