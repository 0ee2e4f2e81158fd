import type { Resource } from '../model/resource';
import type { ResourceGraph } from '../model/resource-graph';
import type { Verdict } from './verdict';

/** Every severity, mildest first. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

/** How bad a finding is. */
export type Severity = (typeof SEVERITIES)[number];

/**
 * Smallest set of rules that holds a rule.
 *
 * `baseline` holds for every environment and is part of `production`, which adds what only production needs.
 * `wordpress` is about the site: what would be no mistake on another stack.
 */
export type PackName = 'baseline' | 'production' | 'wordpress';

/** Ids of the same rule in well-known rule sets. */
export interface RuleMaps {
  readonly checkov?: readonly string[];
  /** AWS Foundational Security Best Practices, `S3.8`. */
  readonly fsbp?: readonly string[];
  /** CIS AWS Foundations with the benchmark's version, `3.0.0 2.1.4`. */
  readonly cis?: readonly string[];
  /** `AVD-AWS-0086`. */
  readonly trivy?: readonly string[];
  /** `AwsSolutions-S2`. */
  readonly cdkNag?: readonly string[];
}

/** What people and reports need to know of a rule. */
export interface RuleDescription {
  /** `WPHA-<AREA>-<three digits>`; permanent, because suppressions and reports refer to it. */
  readonly id: string;
  /** The state of things that the rule wants, in a few words: `buckets block public access`. */
  readonly title: string;
  readonly severity: Severity;
  readonly maps: RuleMaps;
  /** Why the rule exists, in a sentence a reviewer can disagree with. */
  readonly why: string;
  /** What to do about a finding. */
  readonly fix: string;
}

/** One rule. */
export interface Rule extends RuleDescription {
  readonly pack: PackName;
  /** Types of resources it judges, `aws_s3_bucket`; also `provider.aws`, `output` and `terraform`. */
  readonly appliesTo: readonly string[];
  /** Rows of `docs/policy/catalogue.json` that it implements; the rule is numbered like the first. */
  readonly rows: readonly string[];
  /**
   * Whether a suppression may silence it.
   *
   * @default true
   */
  readonly suppressible?: boolean;
  /**
   * What it means that nobody can tell: `report` tells it without alarm, `fail` makes it a finding like any other.
   *
   * @default 'report'
   */
  readonly onUnknown?: 'report' | 'fail';
  /** Judges one resource; must not look at the clock, the disk or the network. */
  check(resource: Resource, graph: ResourceGraph): Verdict | readonly Verdict[];
}

const ID = /^WPHA-[A-Z][A-Z0-9]*-\d{3}$/;

/**
 * Defines a rule.
 *
 * @throws Error when the id does not follow the schema or nothing is judged: a defect of the rule
 */
export function defineRule(rule: Rule): Rule {
  if (!ID.test(rule.id)) throw new Error(`'id' must look like WPHA-S3-001, got '${rule.id}'`);
  if (rule.appliesTo.length === 0) throw new Error(`'appliesTo' of ${rule.id} must name a type`);
  return rule;
}

/** Compares severities, mildest first. */
export function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
