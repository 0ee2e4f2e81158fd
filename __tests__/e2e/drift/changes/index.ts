import { DATA_CHANGES } from './data';
import { DOMAIN_CHANGES } from './domain';
import { FOUNDATION_CHANGES } from './foundation';
import { OPERATIONS_CHANGES } from './operations';
import type { OutsideChange } from './outside-change';
import { WEB_CHANGES } from './web';

/** Everything that is done behind Terraform's back, each to another resource or in another class. */
export const OUTSIDE_CHANGES: readonly OutsideChange[] = [
  ...FOUNDATION_CHANGES,
  ...DATA_CHANGES,
  ...WEB_CHANGES,
  ...DOMAIN_CHANGES,
  ...OPERATIONS_CHANGES,
];
