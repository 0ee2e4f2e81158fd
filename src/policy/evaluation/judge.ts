import { messageOf } from '../../core/errors';
import type { Resource } from '../model/resource';
import type { ResourceGraph } from '../model/resource-graph';
import type { Rule } from '../rule/rule';
import type { Verdict } from '../rule/verdict';
import type { Finding, Result } from './finding';

/** A result before suppressions and threshold. */
export type Judgement = Omit<Result, 'findings'> & { readonly findings: readonly Omit<Finding, 'alarming'>[] };

/**
 * Applies one rule to one resource. A rule that throws proves nothing: that is a finding, never a pass.
 *
 * @param synthesized what a plan was made from; decides where the plan cannot tell
 */
export function judge(rule: Rule, resource: Resource, graph: ResourceGraph, synthesized?: ResourceGraph): Judgement {
  const verdicts = ask(rule, resource, graph);
  const twin = synthesized?.find(resource);
  if (synthesized === undefined || twin === undefined || !verdicts.some(isUnknown)) {
    return judgement(rule, resource, verdicts, graph.source);
  }
  const decided = ask(rule, twin, synthesized);
  if (decided.some(isUnknown)) return judgement(rule, resource, verdicts, graph.source);
  return judgement(rule, resource, decided, synthesized.source);
}

type Answer = Verdict | { readonly kind: 'error'; readonly message: string };

function ask(rule: Rule, resource: Resource, graph: ResourceGraph): readonly Answer[] {
  try {
    const answer = rule.check(resource, graph);
    return Array.isArray(answer) ? (answer as readonly Verdict[]) : [answer as Verdict];
  } catch (error) {
    return [{ kind: 'error', message: `the rule failed, so nothing is proved: ${messageOf(error)}` }];
  }
}

function isUnknown({ kind }: Answer): boolean {
  return kind === 'unknown';
}

function judgement(rule: Rule, resource: Resource, answers: readonly Answer[], source: Result['source']): Judgement {
  const findings = numbered(answers.flatMap((answer) => findingOf(rule, resource, answer)));
  const applies = answers.some(({ kind }) => kind !== 'not applicable');
  const outcome = findings.length > 0 ? 'findings' : applies ? 'pass' : 'not applicable';
  return { rule, stack: resource.stack, address: resource.address, outcome, source, findings };
}

function findingOf(rule: Rule, judged: Resource, answer: Answer): readonly Omit<Finding, 'alarming'>[] {
  if (answer.kind === 'pass' || answer.kind === 'not applicable') return [];
  const { kind, message } = answer;
  const {
    part,
    attribute,
    resource = judged,
  } = answer.kind === 'error' ? { part: 'error', attribute: '' } : { ...answer };
  const { stack, address, construct } = resource;
  const key = `${rule.id} ${stack}/${address}#${part}`;
  const place = { stack, address, part, attribute, ...(construct === undefined ? {} : { construct }) };
  return [{ key, rule, kind, severity: rule.severity, message, ...place }];
}

/** Findings of the same key are told apart by a number, in the order the rule gave them. */
function numbered(findings: readonly Omit<Finding, 'alarming'>[]): readonly Omit<Finding, 'alarming'>[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.key) ?? 0) + 1;
    seen.set(finding.key, count);
    return count === 1 ? finding : { ...finding, key: `${finding.key}~${count}`, part: `${finding.part}~${count}` };
  });
}
