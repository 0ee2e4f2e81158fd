import type { Consequence } from './judge';
import type { NextStep } from './next-steps/next-step';
import type { DriftSeverity } from './severity';

/**
 * What a difference is.
 *
 * `revertable`: changed outside Terraform, or added where an exclusive resource lets nothing else be; the next apply undoes it.
 * `deleted`: removed outside Terraform, the next apply makes it again.
 * `invisible`: added outside Terraform to something we own, where no apply looks, such as a rule of a security group.
 * `unmanaged`: an object of its own in our network that no stack manages.
 * `accepted`: changed outside Terraform in an attribute that `ignore_changes` leaves to others.
 * `observed`: changed outside Terraform in an attribute about which the configuration says nothing, or the same thing.
 * `pending`: the configuration changed and is not applied yet.
 */
export type FindingClass = 'revertable' | 'deleted' | 'invisible' | 'unmanaged' | 'accepted' | 'observed' | 'pending';

/** Every class, worst first: the order of reports. */
export const FINDING_CLASSES: readonly FindingClass[] = [
  'invisible',
  'unmanaged',
  'deleted',
  'revertable',
  'pending',
  'accepted',
  'observed',
];

/** Classes that are drift in the sense of the exit code; the others alarm only where something bad follows from them. */
export const DRIFT_CLASSES: readonly FindingClass[] = ['revertable', 'deleted', 'invisible', 'unmanaged'];

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

/** Something in AWS that no state knows. */
export interface StrayObject {
  /** Terraform type that would manage it, such as `aws_vpc_security_group_ingress_rule`. */
  readonly type: string;
  /** What tells it from others of its parent; an id of AWS where it has one. */
  readonly id: string;
}

/** Which rule takes a finding out of the exit code. */
export interface IgnoredBy {
  readonly reason: string;
  readonly owner: string;
  /** Last day on which the rule holds, `2027-05-31`. */
  readonly expires: string;
}

/** One resource or stray object, in one class. Holds nothing that Terraform marks sensitive: it may be printed and kept. */
export interface Finding {
  readonly class: FindingClass;
  /** Terraform address, or `output.NAME`; for a stray object that of the resource it belongs to, or that removes it. */
  readonly address: string;
  readonly type: string;
  readonly action: PlannedAction;
  readonly attributes: readonly FindingAttribute[];
  /** What was found, in words, where attributes do not say it. */
  readonly detail?: string;
  /** What was added outside Terraform; always in the classes `invisible` and `unmanaged`, sometimes in `revertable`. */
  readonly object?: StrayObject;
  readonly severity: DriftSeverity;
  /** Whether it alone makes the check end with exit code 2: drift, or something bad in a milder class, and bad enough. */
  readonly alarming: boolean;
  /** What follows from the difference and did not hold before it. */
  readonly consequences: readonly Consequence[];
  /** The same in every run that finds this difference, whatever the values: 16 hexadecimal digits. */
  readonly fingerprint: string;
  /** The same as long as what was found stays as it is; differs once it changes again. */
  readonly content: string;
  /** Ways out, the recommended one first; empty where there is nothing to do. */
  readonly nextSteps: readonly NextStep[];
  readonly ignoredBy?: IgnoredBy;
}
