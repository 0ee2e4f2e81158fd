import { compare, inOrder, type ResourceGraph } from '../model/resource-graph';
import type { Selection } from '../pack';
import { rank, type Rule, type Severity } from '../rule/rule';
import { suppressionsIn } from '../suppression/read-suppressions';
import type { AimedSuppression } from '../suppression/suppression';
import type { Counts, Finding, Report, Result } from './finding';
import { judge } from './judge';
import { SUPPRESSION_RULES } from './suppression-rules';
import { Suppressor } from './suppress';

/** What to judge besides the rules. */
export interface EvaluationOptions {
  /** The day of the check, `2026-11-21`. */
  readonly today: string;
  /**
   * Suppressions from files; those that constructs carry are found by themselves.
   *
   * @default - none
   */
  readonly suppressions?: readonly AimedSuppression[];
  /**
   * What a plan was made from; decides where the plan cannot tell.
   *
   * @default - only the graph itself is judged
   */
  readonly synthesized?: ResourceGraph;
  /**
   * Names of the stacks to judge; the others are only looked at.
   *
   * @default - all of them
   */
  readonly stacks?: readonly string[];
}

/** Judges every resource by every rule that applies to it. The same input gives the same report, byte by byte. */
export function evaluate(graph: ResourceGraph, selection: Selection, options: EvaluationOptions): Report {
  const { rules, packs, threshold } = selection;
  const { today, synthesized, stacks } = options;
  const judged = (stack: string): boolean => stacks === undefined || stacks.includes(stack);
  const suppressions = [...suppressionsIn(graph), ...(options.suppressions ?? [])];
  const suppressor = new Suppressor({ suppressions, rules, today, complete: stacks === undefined });
  const ordered = rules.toSorted((left, right) => compare(left.id, right.id));
  const results = ordered.flatMap((rule) =>
    graph
      .ofType(...new Set(rule.appliesTo))
      .filter(({ stack }) => judged(stack))
      .toSorted(inOrder)
      .map((resource): Result => {
        const judgement = judge(rule, resource, graph, synthesized);
        const findings = judgement.findings.map((finding) => suppressor.apply(finding));
        return { ...judgement, findings: findings.map((finding) => alarmed(finding, threshold, rule)) };
      }),
  );
  const own = suppressor.findings().map((finding) => alarmed(finding, threshold));
  const findings = [...results.flatMap((result) => result.findings), ...own].toSorted(worstFirst);
  const used = SUPPRESSION_RULES.filter(({ id }) => own.some(({ rule }) => rule.id === id));
  const resources = graph.resources.filter(({ stack, mode }) => judged(stack) && mode === 'managed').length;
  return {
    source: graph.source,
    packs,
    threshold,
    rules: [...ordered, ...used],
    results,
    findings,
    counts: countsOf(ordered.length, resources, results, findings),
    notes: graph.notes,
  };
}

/** 2 when a finding is at or above the threshold and not suppressed, otherwise 0. */
export function policyExitCode({ counts }: Report): 0 | 2 {
  return counts.alarming > 0 ? 2 : 0;
}

function alarmed(finding: Omit<Finding, 'alarming'>, threshold: Severity, rule?: Rule): Finding {
  const counts = finding.kind === 'fail' ? true : finding.kind === 'unknown' && rule?.onUnknown === 'fail';
  const bad = counts && rank(finding.severity) >= rank(threshold);
  return { ...finding, alarming: finding.suppression === undefined && (bad || finding.kind === 'error') };
}

function worstFirst(left: Finding, right: Finding): number {
  return rank(right.severity) - rank(left.severity) || compare(left.key, right.key);
}

function countsOf(rules: number, resources: number, results: readonly Result[], findings: readonly Finding[]): Counts {
  const open = findings.filter(({ suppression }) => suppression === undefined);
  const of = (kind: Finding['kind']): number => open.filter((finding) => finding.kind === kind).length;
  return {
    rules,
    resources,
    passed: results.filter(({ outcome }) => outcome === 'pass').length,
    failed: of('fail'),
    unknown: of('unknown'),
    errors: of('error'),
    suppressed: findings.length - open.length,
    alarming: findings.filter(({ alarming }) => alarming).length,
  };
}
