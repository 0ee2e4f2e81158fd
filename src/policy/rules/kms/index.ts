import type { Rule } from '../../rule/rule';
import { DELETION_WINDOW } from './deletion-window';
import { KEY_ENABLED } from './key-enabled';
import { KEY_POLICY } from './key-policy';
import { NO_PUBLIC_KEY } from './no-public-key';
import { NO_SECRET_IN_STATE } from './no-secret-in-state';
import { PARAMETER_KEY } from './parameter-key';
import { KEY_ROTATION } from './rotation';
import { ROTATION_INTERVAL } from './rotation-interval';
import { SECRET_KEY } from './secret-key';
import { SECRET_ROTATION } from './secret-rotation';
import { SECURE_PARAMETERS } from './secure-parameters';
import { SERVICE_GRANTS } from './service-grants';

/** Every rule of this folder. */
export const KMS_RULES: readonly Rule[] = [
  DELETION_WINDOW,
  KEY_ENABLED,
  KEY_POLICY,
  KEY_ROTATION,
  NO_PUBLIC_KEY,
  NO_SECRET_IN_STATE,
  PARAMETER_KEY,
  ROTATION_INTERVAL,
  SECRET_KEY,
  SECRET_ROTATION,
  SECURE_PARAMETERS,
  SERVICE_GRANTS,
];
