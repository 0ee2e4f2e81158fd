import type { Suppression } from '../core/suppression';
import type { Finding, Report } from './evaluation/finding';
import { compare } from './model/resource-graph';
import type { Rule } from './rule/rule';

/** What every suppression of a baseline says. */
export type BaselineDecision = Pick<Suppression, 'reason' | 'owner' | 'expires'>;

/** An entry of `policy.json` for one finding. */
export interface BaselineEntry extends Suppression {
  readonly address: string;
  readonly stack: string;
}

/** Suppressions for what is found today, and what none is allowed for. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  /** Alarms that stay: rules that refuse or failed, and mistakes in suppressions themselves. */
  readonly refused: readonly Finding[];
}

/** One suppression for each alarm of a report, each for exactly that finding. */
export function baselineOf({ findings }: Report, rules: readonly Rule[], decision: BaselineDecision): Baseline {
  const silenced = new Set(rules.filter(({ suppressible = true }) => suppressible).map(({ id }) => id));
  const alarming = findings.filter((finding) => finding.alarming);
  const accepts = ({ kind, rule }: Finding): boolean => kind !== 'error' && silenced.has(rule.id);
  const entries = alarming.filter(accepts).map(({ rule, stack, address, part }) => {
    return { rule: rule.id, stack, address, finding: part, ...decision };
  });
  return {
    entries: entries.toSorted((left, right) => compare(orderOf(left), orderOf(right))),
    refused: alarming.filter((finding) => !accepts(finding)),
  };
}

function orderOf({ stack, address, rule, finding = '' }: BaselineEntry): string {
  return [stack, address, rule, finding].join('\u0000');
}
