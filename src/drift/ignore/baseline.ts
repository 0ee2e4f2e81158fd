import type { StackDrift } from '../drift-report';
import type { Finding } from '../finding';
import type { IgnoreRule } from './ignore-rule';

/** What every rule of a baseline says. */
export type BaselineTerms = Pick<IgnoreRule, 'reason' | 'owner' | 'expires'>;

/** The rules of a baseline, and what it leaves alone. */
export interface Baseline {
  readonly rules: readonly IgnoreRule[];
  /** Findings that alarm and that somebody has to look at: critical ones and deletions. */
  readonly left: readonly Finding[];
}

/** Rules that take out what alarms now, one for each attribute or object. */
export function baselineOf(stacks: readonly StackDrift[], terms: BaselineTerms): Baseline {
  const alarming = stacks.flatMap(({ stack, findings }) =>
    findings.filter((finding) => finding.alarming).map((finding) => ({ stack, finding })),
  );
  return {
    rules: alarming
      .filter(({ finding }) => isAcceptable(finding))
      .flatMap(({ stack, finding }) => rulesOf(stack, finding, terms)),
    left: alarming.map(({ finding }) => finding).filter((finding) => !isAcceptable(finding)),
  };
}

function isAcceptable({ class: kind, severity }: Finding): boolean {
  return kind !== 'deleted' && severity !== 'critical';
}

function rulesOf(stack: string, finding: Finding, terms: BaselineTerms): readonly IgnoreRule[] {
  const { address, class: kind, object, attributes } = finding;
  const aim = { stack, address, class: kind };
  if (object !== undefined) return [{ ...aim, object: object.id, ...terms }];
  return attributes.map(({ path }) => ({ ...aim, ...(path === '' ? {} : { attribute: path }), ...terms }));
}
