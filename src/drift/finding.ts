/**
 * What a difference is.
 *
 * `revertable`: changed outside Terraform, the next apply undoes it.
 * `deleted`: removed outside Terraform, the next apply makes it again.
 * `invisible`: added outside Terraform where no apply looks, such as a rule of a security group; remove it by hand.
 * `accepted`: changed outside Terraform in an attribute that `ignore_changes` leaves to others.
 * `observed`: changed outside Terraform in an attribute about which the configuration says nothing, or the same thing.
 * `pending`: the configuration changed and is not applied yet.
 */
export type FindingClass = 'revertable' | 'deleted' | 'invisible' | 'accepted' | 'observed' | 'pending';

/** Classes that are drift in the sense of the exit code; the others are told but do not alarm. */
export const DRIFT_CLASSES: readonly FindingClass[] = ['revertable', 'deleted', 'invisible'];

/** What the next apply does to a resource. */
export type PlannedAction = 'none' | 'create' | 'update' | 'replace' | 'destroy' | 'forget';

/** One attribute that differs. */
export interface FindingAttribute {
  /** Path inside the resource; ends above anything that Terraform marks sensitive. */
  readonly path: string;
  /** Whether Terraform marks the value sensitive. */
  readonly sensitive: boolean;
  /** Short scalar of the last apply; present only on request and never when sensitive. */
  readonly before?: string | number | boolean | null;
  /** Short scalar found now or, in a pending change, configured; present only on request and never when sensitive. */
  readonly after?: string | number | boolean | null;
}

/** One resource, in one class. */
export interface Finding {
  readonly class: FindingClass;
  /** Terraform address, or `output.NAME`. */
  readonly address: string;
  readonly type: string;
  readonly action: PlannedAction;
  readonly attributes: readonly FindingAttribute[];
  /** What was found, in words, where attributes do not say it. */
  readonly detail?: string;
}
