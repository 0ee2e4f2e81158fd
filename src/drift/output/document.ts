import { countByClass, type ClassCounts, type DriftReport, type StackDrift } from '../drift-report';
import type { IgnoreProblem } from '../ignore/ignore-list';
import { DRIFT_SEVERITIES, type DriftSeverity } from '../severity';

/** A stack in a report. */
export interface StackDocument extends StackDrift {
  /** Upstream stacks that are not applied yet, for whose values others stood in. */
  readonly placeholders: readonly string[];
}

/** Part of a check that could not be done: nothing is proved about it. */
export interface DriftFailure {
  readonly stack: string;
  readonly error: string;
}

/** A whole report, described by `drift.schema.json`; every other output is made of it. Holds nothing sensitive. */
export interface DriftDocument {
  readonly environment: string;
  /** Moment of the check, ISO 8601. */
  readonly checkedAt: string;
  /** Mildest severity that counts as drift in the exit code. */
  readonly threshold: DriftSeverity;
  /** Findings by class. */
  readonly summary: ClassCounts;
  /** Findings by severity. */
  readonly severities: Readonly<Record<DriftSeverity, number>>;
  readonly stacks: readonly StackDocument[];
  readonly ignoreProblems: readonly IgnoreProblem[];
  readonly failed: readonly DriftFailure[];
}

/** What a report is made of. */
export interface DriftDocumentParts extends Pick<DriftDocument, 'environment' | 'checkedAt' | 'threshold' | 'failed'> {
  readonly report: DriftReport;
  /** Upstream stacks, by stack, whose values were stood in for. */
  readonly placeholders: ReadonlyMap<string, readonly string[]>;
}

/** Puts a report together. */
export function driftDocument({ report, placeholders, ...parts }: DriftDocumentParts): DriftDocument {
  const { stacks, ignoreProblems } = report;
  const findings = stacks.flatMap((stack) => stack.findings);
  const severities = DRIFT_SEVERITIES.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
  );
  return {
    ...{ environment: parts.environment, checkedAt: parts.checkedAt, threshold: parts.threshold },
    summary: countByClass(stacks),
    severities: Object.fromEntries(severities) as DriftDocument['severities'],
    stacks: stacks.map((stack) => ({ ...stack, placeholders: placeholders.get(stack.stack) ?? [] })),
    ...{ ignoreProblems, failed: parts.failed },
  };
}
