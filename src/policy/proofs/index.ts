import { ALARMS } from './alarms';
import { NO_SINGLE_POINT } from './availability/no-single-point';
import type { Proof } from './proof';
import { REACHABILITY } from './reachability/reachability';
import { SHAPE } from './shape/shape';
import { TAGS } from './tags/tags';

/** Every proof, in the order in which they are shown. */
export const PROOFS: readonly Proof[] = [REACHABILITY, NO_SINGLE_POINT, ALARMS, TAGS, SHAPE];
