import type { Rule } from '../../rule/rule';
import { CACHE_AT_REST } from './at-rest';
import { CACHE_FAILOVER } from './failover';
import { CACHE_IN_TRANSIT } from './in-transit';
import { CACHE_KEY } from './key';
import { CACHE_MINOR_UPGRADES } from './minor-upgrades';
import { CACHE_PASSWORD } from './password';
import { CACHE_PORT } from './port';
import { CACHE_SNAPSHOTS } from './snapshots';
import { CACHE_SUBNET_GROUP } from './subnet-group';

/** Every rule of this folder. */
export const CACHE_RULES: readonly Rule[] = [
  CACHE_AT_REST,
  CACHE_FAILOVER,
  CACHE_IN_TRANSIT,
  CACHE_KEY,
  CACHE_MINOR_UPGRADES,
  CACHE_PASSWORD,
  CACHE_PORT,
  CACHE_SNAPSHOTS,
  CACHE_SUBNET_GROUP,
];
