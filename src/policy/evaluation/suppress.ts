import type { Rule, RuleDescription } from '../rule/rule';
import { matchesGlob } from '../../core/glob';
import type { AimedSuppression } from '../suppression/suppression';
import type { Finding } from './finding';
import { EXPIRED, REFUSED, TOO_LONG, UNUSED } from './suppression-rules';

/** Longest time for which a finding may be accepted. */
export const LONGEST_DAYS = 366;

/** What suppressions are judged against. */
export interface SuppressionContext {
  readonly suppressions: readonly AimedSuppression[];
  /** The rules that are checked. */
  readonly rules: readonly Rule[];
  /** The day of the check, `2026-11-21`. */
  readonly today: string;
  /** Whether all stacks are judged, so that a suppression without a finding is one that nobody needs. */
  readonly complete: boolean;
}

type Found = Omit<Finding, 'alarming'>;

/** Applies suppressions to what was found, and keeps account of their use. */
export class Suppressor {
  private readonly used = new Set<string>();

  constructor(private readonly context: SuppressionContext) {}

  /** The finding, with the suppression that silences it where there is one. */
  apply(finding: Found): Found {
    if (finding.kind === 'error') return finding;
    const aimed = this.context.suppressions.filter((suppression) => aimsAt(suppression, finding));
    for (const suppression of aimed) this.used.add(identity(suppression));
    const active = aimed.find((suppression) => this.problem(suppression) === undefined);
    return active === undefined ? finding : { ...finding, suppression: active };
  }

  /** What is wrong with the suppressions themselves; to be asked after everything was applied. */
  findings(): readonly Found[] {
    const { suppressions, rules, complete } = this.context;
    const judged = suppressions.filter(({ rule }) => rules.some(({ id }) => id === rule));
    const distinct = [...new Map(judged.map((each) => [identity(each), each])).values()];
    return distinct.flatMap((suppression) => {
      const problem = this.problem(suppression);
      if (problem !== undefined) return [findingOf(problem.rule, suppression, problem.message)];
      if (this.used.has(identity(suppression)) || !complete) return [];
      return [findingOf(UNUSED, suppression, 'nothing is found that it could silence; delete it')];
    });
  }

  private problem({ rule, expires }: AimedSuppression): { rule: RuleDescription; message: string } | undefined {
    const { rules, today } = this.context;
    if (rules.find(({ id }) => id === rule)?.suppressible === false) {
      return { rule: REFUSED, message: `${rule} cannot be suppressed; repair what it finds` };
    }
    if (expires < today)
      return { rule: EXPIRED, message: `it expired on ${expires}; repair the finding or decide anew` };
    const latest = new Date(Date.parse(`${today}T00:00:00Z`) + LONGEST_DAYS * 86_400_000).toISOString().slice(0, 10);
    if (expires <= latest) return undefined;
    return {
      rule: TOO_LONG,
      message: `'expires' must not be later than ${latest}, got ${expires}; decide anew by then`,
    };
  }
}

function aimsAt({ rule, address, stack, finding }: AimedSuppression, found: Found): boolean {
  return (
    rule === found.rule.id &&
    (stack === undefined || stack === found.stack) &&
    (finding === undefined || finding === found.part) &&
    matchesGlob(address, found.address)
  );
}

/** One suppression of a construct lies on each of its resources. */
function identity({ rule, reason, owner, expires, finding, origin, writtenIn, address }: AimedSuppression): string {
  const place = writtenIn === 'file' ? [origin, address] : [origin];
  return [rule, reason, owner, expires, finding ?? '', ...place].join('\u0000');
}

function findingOf(rule: RuleDescription, suppression: AimedSuppression, message: string): Found {
  const { stack = '*', address, finding, origin } = suppression;
  const part = [suppression.rule, ...(finding === undefined ? [] : [finding])].join('/');
  const told = `suppression of ${suppression.rule} by ${suppression.owner} in ${origin}: ${message}`;
  const key = `${rule.id} ${stack}/${address}#${part}`;
  return { key, rule, kind: 'fail', severity: rule.severity, stack, address, part, attribute: '', message: told };
}
