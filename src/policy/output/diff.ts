import { compare } from '../model/resource-graph';
import type { FindingDocument, ReportDocument } from './document';

/** What one report has and another has not. */
export interface ReportDiff {
  /** Findings of the second report that stand open and did not in the first, worst first. */
  readonly added: readonly FindingDocument[];
  /** Findings of the first report that are repaired, accepted or gone with their resource. */
  readonly resolved: readonly FindingDocument[];
  /** Why the two may not be comparable. */
  readonly notes: readonly string[];
}

/** Compares two reports by the keys of their findings; a finding that became an alarm counts as new. */
export function diffReports(base: ReportDocument, head: ReportDocument): ReportDiff {
  return { added: onlyIn(head, base), resolved: onlyIn(base, head), notes: notesOn(base, head) };
}

/** 2 when a new finding makes a check fail, otherwise 0. */
export function diffExitCode({ added }: ReportDiff): 0 | 2 {
  return added.some(({ alarming }) => alarming) ? 2 : 0;
}

function onlyIn({ findings }: ReportDocument, other: ReportDocument): readonly FindingDocument[] {
  const known = new Map(other.findings.filter(isOpen).map((finding) => [finding.key, finding]));
  return findings.filter((finding) => {
    const same = known.get(finding.key);
    return isOpen(finding) && (same === undefined || (finding.alarming && !same.alarming));
  });
}

function isOpen({ suppression }: FindingDocument): boolean {
  return suppression === undefined;
}

function notesOn(base: ReportDocument, head: ReportDocument): readonly string[] {
  const listed = (packs: readonly string[]): string => packs.toSorted(compare).join(', ');
  return [
    ...(listed(base.packs) === listed(head.packs)
      ? []
      : [`the reports are of different packs: ${listed(base.packs)} and ${listed(head.packs)}`]),
    ...(base.threshold === head.threshold
      ? []
      : [`the reports have different thresholds: ${base.threshold} and ${head.threshold}`]),
  ];
}
