import { compare } from '../model/resource-graph';
import type { Counts, Finding, FindingKind, Report } from '../evaluation/finding';
import type { Severity } from '../rule/rule';

/** A finding as JSON. */
export interface FindingDocument {
  readonly key: string;
  readonly rule: string;
  readonly title: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly alarming: boolean;
  readonly stack: string;
  readonly address: string;
  readonly attribute: string;
  readonly message: string;
  readonly fix: string;
  readonly construct?: string;
  readonly suppression?: {
    readonly reason: string;
    readonly owner: string;
    readonly expires: string;
    readonly origin: string;
  };
}

/** How one rule did. */
export interface RuleDocument {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly passed: number;
  readonly findings: number;
}

/** A report as JSON; described by `policy-check.schema.json`. */
export interface ReportDocument {
  readonly version: 1;
  readonly source: Report['source'];
  readonly packs: readonly string[];
  readonly threshold: Severity;
  readonly counts: Counts;
  readonly rules: readonly RuleDocument[];
  readonly findings: readonly FindingDocument[];
  readonly notes: readonly string[];
}

/** The report as plain JSON. */
export function reportDocument(report: Report): ReportDocument {
  const { source, packs, threshold, counts, notes } = report;
  return {
    version: 1,
    source,
    packs,
    threshold,
    counts,
    rules: report.rules.map(({ id, title, severity }) => ({
      id,
      title,
      severity,
      passed: report.results.filter(({ rule, outcome }) => rule.id === id && outcome === 'pass').length,
      findings: report.findings.filter(({ rule }) => rule.id === id).length,
    })),
    findings: report.findings.map(findingDocument),
    notes: notes.toSorted(compare),
  };
}

function findingDocument(finding: Finding): FindingDocument {
  const { key, rule, kind, severity, alarming, stack, address, attribute, message, construct, suppression } = finding;
  const document = {
    key,
    rule: rule.id,
    title: rule.title,
    kind,
    severity,
    alarming,
    stack,
    address,
    attribute,
    message,
  };
  return {
    ...document,
    fix: rule.fix,
    ...(construct === undefined ? {} : { construct }),
    ...(suppression === undefined ? {} : { suppression: suppressionDocument(suppression) }),
  };
}

function suppressionDocument(suppression: NonNullable<Finding['suppression']>): FindingDocument['suppression'] {
  const { reason, owner, expires, origin } = suppression;
  return { reason, owner, expires, origin };
}
