import type { Attribution } from '../attribution/attribute-change';
import type { FindingClass } from '../finding';
import type { DriftSeverity } from '../severity';

/** A finding that has not been resolved yet. */
export interface OpenFinding {
  readonly fingerprint: string;
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly class: FindingClass;
  readonly severity: DriftSeverity;
  /** Paths of the attributes that differ. */
  readonly paths: readonly string[];
  /** Changes when what was found changes again. */
  readonly content: string;
  /** Moments in ISO 8601. */
  readonly firstSeen: string;
  readonly changedAt?: string;
  /** Who made it, as told when it was new or had changed. */
  readonly who?: Attribution;
}

/** What is kept from one check to the next. */
export interface History {
  readonly format: 1;
  readonly environment: string;
  /** Moment of the last check of all that was asked for. */
  readonly checkedAt: string;
  /** Last moment at which somebody was told. */
  readonly toldAt?: string;
  /** Events that somebody has still to be told of, because that failed or nobody was to be told yet. */
  readonly untold: readonly LifeEvent[];
  readonly open: readonly OpenFinding[];
}

/** Something that happened to a finding between two checks. */
export interface LifeEvent {
  readonly at: string;
  /** `ignored`: a rule or the threshold takes it out now, although it is still there. */
  readonly kind: 'new' | 'changed' | 'resolved' | 'ignored';
  readonly finding: OpenFinding;
}

/** What a report says of the life of a finding. */
export interface FindingLife {
  readonly status: 'new' | 'continuing' | 'changed';
  readonly firstSeen: string;
}
