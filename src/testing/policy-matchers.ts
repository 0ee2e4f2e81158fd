import type { Finding, Report } from '../policy';
import { policyReport, type PolicyReportOptions, type PolicySubject } from './policy-report';

/** How a matcher of jest is called. */
interface MatcherContext {
  readonly isNot?: boolean;
}

/** What a matcher of jest answers. */
interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how types of matchers are added to jest
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- has to repeat jest's own parameters
    interface Matchers<R, T> {
      /** The rule of this id applies to the stack and finds nothing in it. */
      toSatisfyPolicy(rule: string, options?: Pick<PolicyReportOptions, 'today'>): R;
      /** No rule finds anything that counts; what nobody can tell counts only for rules that say so. */
      toHaveNoFindings(options?: PolicyReportOptions): R;
    }
  }
}

/**
 * Matchers for jest: `expect.extend(policyMatchers)` in a set-up file.
 *
 * Where nothing can be judged both fail, also behind `.not`, because nothing is proved then.
 */
export const policyMatchers = {
  toSatisfyPolicy(
    this: MatcherContext,
    subject: PolicySubject,
    rule: string,
    options: Pick<PolicyReportOptions, 'today'> = {},
  ): MatcherResult {
    const report = policyReport(subject, { ...options, rules: [rule] });
    return verdict(report, open(report), rule, this.isNot);
  },

  toHaveNoFindings(this: MatcherContext, subject: PolicySubject, options: PolicyReportOptions = {}): MatcherResult {
    const report = policyReport(subject, options);
    const counted = report.findings.filter(({ alarming }) => alarming);
    return verdict(report, counted, options.rules?.join(', ') ?? 'the policy', this.isNot);
  },
};

function open({ findings }: Report): readonly Finding[] {
  return findings.filter(({ suppression }) => suppression === undefined);
}

function verdict({ results }: Report, findings: readonly Finding[], by: string, isNot = false): MatcherResult {
  if (results.every(({ outcome }) => outcome === 'not applicable')) {
    return { pass: isNot, message: () => `${by} applies to nothing in the stack, so nothing is proved` };
  }
  const told = findings.map(({ key, severity, message, rule }) => `  ${severity} ${key}\n    ${message}. ${rule.fix}`);
  return {
    pass: findings.length === 0,
    message: () =>
      findings.length === 0
        ? `expected ${by} to find something in the stack`
        : [`expected ${by} to find nothing in the stack, found:`, ...told].join('\n'),
  };
}
