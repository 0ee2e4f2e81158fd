import type { Attribution } from '../attribution/attribute-change';
import type { Finding } from '../finding';
import type { StackHealth } from '../health/health';
import type { FindingLife } from '../life/open-finding';
import { countByClass, type ClassCounts, type DriftReport, type StackDrift } from '../drift-report';
import type { IgnoreProblem } from '../ignore/ignore-list';
import { DRIFT_SEVERITIES, type DriftSeverity } from '../severity';

/** A finding in a report, with its life where a history is kept, and who made it where that was asked. */
export interface ReportedFinding extends Finding {
  readonly life?: FindingLife;
  readonly who?: Attribution;
}

/** A stack in a report. */
export interface StackDocument extends StackDrift {
  readonly findings: readonly ReportedFinding[];
  /** Upstream stacks that are not applied yet, for whose values others stood in. */
  readonly placeholders: readonly string[];
  /** Failing checks and alarms; they are no findings. */
  readonly health: StackHealth;
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
  /**
   * Failing checks and alarms, by stack.
   *
   * @default - no check fails, and no alarm was asked for
   */
  readonly health?: ReadonlyMap<string, StackHealth>;
  /**
   * Life and maker of findings, by fingerprint.
   *
   * @default - neither is told
   */
  readonly stories?: ReadonlyMap<string, FindingStory>;
}

/** What is known of a finding beyond this check. */
export type FindingStory = Pick<ReportedFinding, 'life' | 'who'>;

/** Puts a report together. */
export function driftDocument({ report, placeholders, health, stories, ...parts }: DriftDocumentParts): DriftDocument {
  const { stacks, ignoreProblems } = report;
  return {
    ...{ environment: parts.environment, checkedAt: parts.checkedAt, threshold: parts.threshold },
    summary: countByClass(stacks),
    severities: severityCounts(stacks),
    stacks: stacks.map((stack) => ({
      ...stack,
      findings: stack.findings.map((finding) => ({ ...finding, ...stories?.get(finding.fingerprint) })),
      placeholders: placeholders.get(stack.stack) ?? [],
      health: health?.get(stack.stack) ?? { checks: [] },
    })),
    ...{ ignoreProblems, failed: parts.failed },
  };
}

/** How many findings of each severity there are; ignored ones do not count. */
export function severityCounts(stacks: readonly StackDrift[]): DriftDocument['severities'] {
  const findings = stacks.flatMap((stack) => stack.findings);
  const counts = DRIFT_SEVERITIES.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
  );
  return Object.fromEntries(counts) as DriftDocument['severities'];
}
