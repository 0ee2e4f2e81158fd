import type { JsonObject } from '../terraform/json';
import type { DriftSeverity } from './severity';

/** One object whose state is to be judged, as it should be and as it is. */
export interface DriftedObject {
  readonly stack: string;
  /** Terraform address; for an object that Terraform does not manage an address that nothing else has. */
  readonly address: string;
  readonly type: string;
  /** At the last apply; null for an object that was added outside Terraform. */
  readonly before: JsonObject | null;
  /** Now; null for an object that was deleted outside Terraform. */
  readonly after: JsonObject | null;
  /** Terraform's marks of what is sensitive on either side; no message may quote that. */
  readonly sensitive: unknown;
}

/** What a difference leads to, in the words of whoever judges. */
export interface Consequence {
  /** What says so, such as the id of a policy rule. */
  readonly rule: string;
  readonly severity: DriftSeverity;
  readonly message: string;
}

/**
 * Judges what was changed outside Terraform by what follows from it. Answers one list for each object, in the order given;
 * only what did not hold before.
 */
export type DriftJudge = (objects: readonly DriftedObject[]) => readonly (readonly Consequence[])[];
