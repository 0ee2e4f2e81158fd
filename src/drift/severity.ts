import { holdsData } from '../terraform/plan/stateful';
import type { FindingClass } from './finding';

/** How bad a finding is, mildest first. `info` is for what is good to know and needs nothing done. */
export const DRIFT_SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const;

export type DriftSeverity = (typeof DRIFT_SEVERITIES)[number];

/** What decides about a severity before anybody has looked at the values. */
export interface SeverityFacts {
  readonly class: FindingClass;
  readonly type: string;
  readonly action: string;
  /** Top-level attributes that differ. */
  readonly attributes: readonly string[];
  /** What was added outside Terraform. */
  readonly object?: unknown;
}

const BY_CLASS: Readonly<Record<FindingClass, DriftSeverity>> = {
  revertable: 'medium',
  deleted: 'high',
  invisible: 'high',
  unmanaged: 'medium',
  accepted: 'info',
  observed: 'info',
  pending: 'info',
};

/** The severity of a difference by its kind; what it leads to can only make it worse. */
export function severityByKind({ class: kind, type, action, attributes, object }: SeverityFacts): DriftSeverity {
  if (kind === 'deleted' && holdsData(type)) return 'critical';
  if (kind !== 'revertable') return BY_CLASS[kind];
  // what somebody added acts until it is gone, whoever removes it
  if (object !== undefined) return BY_CLASS.invisible;
  if (action === 'replace') return 'high';
  const onlyTags = attributes.length > 0 && attributes.every((name) => name === 'tags' || name === 'tags_all');
  return onlyTags ? 'info' : BY_CLASS.revertable;
}

/** The worst of some severities; `info` when there is none. */
export function worstSeverity(severities: readonly DriftSeverity[]): DriftSeverity {
  return DRIFT_SEVERITIES[Math.max(0, ...severities.map(severityRank))] ?? 'info';
}

/** Compares severities, mildest first. */
export function severityRank(severity: DriftSeverity): number {
  return DRIFT_SEVERITIES.indexOf(severity);
}
