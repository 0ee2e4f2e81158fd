import type { Rule } from '../../rule/rule';
import { ACCESS_POINT_ROOT } from './access-point-root';
import { ACCESS_POINT_USER } from './access-point-user';
import { FILES_BACKED_UP } from './backed-up';
import { FILES_KEY } from './customer-key';
import { FILES_ENCRYPTED } from './encrypted';
import { MOUNT_TARGETS } from './mount-targets';
import { FILES_TLS_ONLY } from './tls-only';

/** Every rule of this folder. */
export const EFS_RULES: readonly Rule[] = [
  ACCESS_POINT_ROOT,
  ACCESS_POINT_USER,
  FILES_BACKED_UP,
  FILES_ENCRYPTED,
  FILES_KEY,
  FILES_TLS_ONLY,
  MOUNT_TARGETS,
];
