import type { Rule } from '../../rule/rule';
import { ADDRESS_IN_USE } from './address-in-use';
import { DATA_TIER_ISOLATED } from './data-tier-isolated';
import { DEFAULT_ROUTE } from './default-route';
import { DEFAULT_GROUP_CLOSED } from './default-security-group';
import { FLOW_LOGS } from './flow-logs';
import { MOUNT_TARGET_SUBNET } from './mount-target-subnet';
import { NAT_PER_ZONE } from './nat-per-zone';
import { NO_DEFAULT_VPC } from './no-default-vpc';
import { NO_PUBLIC_ADDRESSES } from './no-public-addresses';
import { PEERING_ROUTES } from './peering-routes';
import { S3_GATEWAY_ENDPOINT } from './s3-gateway-endpoint';
import { SUBNET_RANGES } from './subnet-ranges';
import { TIERS_SPAN_ZONES } from './tiers-span-zones';

/** Every rule of this folder. */
export const VPC_RULES: readonly Rule[] = [
  ADDRESS_IN_USE,
  DATA_TIER_ISOLATED,
  DEFAULT_GROUP_CLOSED,
  DEFAULT_ROUTE,
  FLOW_LOGS,
  MOUNT_TARGET_SUBNET,
  NAT_PER_ZONE,
  NO_DEFAULT_VPC,
  NO_PUBLIC_ADDRESSES,
  PEERING_ROUTES,
  S3_GATEWAY_ENDPOINT,
  SUBNET_RANGES,
  TIERS_SPAN_ZONES,
];
