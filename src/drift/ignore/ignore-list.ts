import { contains, parsePath, valueAt, type AttributePath } from '../compare/attribute-path';
import type { Difference } from '../difference';
import type { IgnoredBy } from '../finding';
import { attributeName } from '../finding-attributes';
import type { DriftSeverity } from '../severity';
import { matchesGlob } from '../../core/glob';
import type { IgnoreRule } from './ignore-rule';
import { fulfils } from './value-condition';

/** What is wrong with an ignore rule. */
export interface IgnoreProblem {
  readonly rule: Pick<IgnoreRule, 'address' | 'attribute' | 'owner' | 'expires'>;
  readonly problem: 'expired' | 'unused';
  /** What to do about it, in a sentence without a full stop. */
  readonly message: string;
}

/** A difference or a part of one, and who accepts it. */
export interface IgnoredPart {
  readonly part: Difference;
  readonly ignoredBy?: IgnoredBy;
}

/** The ignore rules of a run; keeps account of their use. */
export class IgnoreList {
  private readonly used = new Set<IgnoreRule>();
  private readonly expiredButMeant = new Set<IgnoreRule>();

  /** @param today the day of the check, `2026-11-21`; empty where rules never expire */
  constructor(
    private readonly rules: readonly IgnoreRule[],
    private readonly today: string,
  ) {}

  /** Parts a difference into what some rule takes out and what remains; whole where one or the other is nothing. */
  split(stack: string, difference: Difference, severity: DriftSeverity): readonly IgnoredPart[] {
    const rules = this.rules.filter((rule) => isMeant(rule, stack, difference, severity));
    if (difference.paths.length === 0) {
      const rule = this.active(rules.filter(({ attribute }) => attribute === undefined));
      return [{ part: difference, ...(rule === undefined ? {} : { ignoredBy: ignoredBy(rule) }) }];
    }
    const byRule = new Map<IgnoreRule | undefined, AttributePath[]>();
    for (const path of difference.paths) {
      const rule = this.active(rules.filter((each) => covers(each, path, difference)));
      byRule.set(rule, [...(byRule.get(rule) ?? []), path]);
    }
    return [...byRule].map(([rule, paths]) => ({
      part: withPaths(difference, paths),
      ...(rule === undefined ? {} : { ignoredBy: ignoredBy(rule) }),
    }));
  }

  /** What is wrong with the rules themselves; to be asked once everything was split. */
  problems({ complete }: { readonly complete: boolean }): readonly IgnoreProblem[] {
    return this.rules.flatMap((rule): IgnoreProblem[] => {
      const { address, attribute, owner, expires } = rule;
      const named = { address, ...(attribute === undefined ? {} : { attribute }), owner, expires };
      if (this.isExpired(rule)) {
        const way = this.expiredButMeant.has(rule) ? 'repair what it took out, or decide anew' : 'delete it';
        return [{ rule: named, problem: 'expired', message: `it expired on ${expires}; ${way}` }];
      }
      if (this.used.has(rule) || !complete) return [];
      return [{ rule: named, problem: 'unused', message: 'nothing is found that it could take out; delete it' }];
    });
  }

  private active(rules: readonly IgnoreRule[]): IgnoreRule | undefined {
    for (const rule of rules.filter((each) => this.isExpired(each))) this.expiredButMeant.add(rule);
    const [rule] = rules.filter((each) => !this.isExpired(each));
    if (rule !== undefined) this.used.add(rule);
    return rule;
  }

  private isExpired({ expires }: IgnoreRule): boolean {
    return expires < this.today;
  }
}

function isMeant(rule: IgnoreRule, stack: string, difference: Difference, severity: DriftSeverity): boolean {
  if (difference.class === 'deleted' && rule.class !== 'deleted') return false;
  if (severity === 'critical' && rule.severity !== 'critical') return false;
  return (
    (rule.stack === undefined || rule.stack === stack) &&
    (rule.class === undefined || rule.class === difference.class) &&
    (rule.object === undefined ||
      (difference.object !== undefined && matchesGlob(rule.object, difference.object.id))) &&
    matchesGlob(rule.address, difference.address)
  );
}

function covers(rule: IgnoreRule, path: AttributePath, { after }: Difference): boolean {
  if (rule.attribute === undefined) return true;
  return (
    contains(parsePath(rule.attribute), path) &&
    (rule.when === undefined || fulfils(valueAt(after, path), rule.when, after))
  );
}

function withPaths(difference: Difference, paths: readonly AttributePath[]): Difference {
  const names = new Set(paths.map((path) => attributeName(path, difference.sensitive)));
  return { ...difference, paths, attributes: difference.attributes.filter(({ path }) => names.has(path)) };
}

function ignoredBy({ reason, owner, expires }: IgnoreRule): IgnoredBy {
  return { reason, owner, expires };
}
