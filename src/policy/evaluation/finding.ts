import type { RuleDescription, Severity } from '../rule/rule';
import type { AimedSuppression } from '../suppression/suppression';

/** `fail`: a rule is broken. `unknown`: nobody can tell. `error`: the rule itself failed, so nothing is proved. */
export type FindingKind = 'fail' | 'unknown' | 'error';

/** One thing found. */
export interface Finding {
  /** Names the finding in suppressions and between runs: `WPHA-S3-001 data/aws_s3_bucket.Logs#missing`. */
  readonly key: string;
  readonly rule: RuleDescription;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly stack: string;
  readonly address: string;
  /** Part of the resource; the key ends with it. */
  readonly part: string;
  /** Path of the attribute; empty where the resource as a whole is meant. */
  readonly attribute: string;
  readonly message: string;
  /** Whether it alone makes the check fail: bad enough, certain enough, and not suppressed. */
  readonly alarming: boolean;
  /** Path in the construct tree, `web/LoadBalancer/Resource`. */
  readonly construct?: string;
  readonly suppression?: AimedSuppression;
}

/** What a rule came to on one resource. */
export interface Result {
  readonly rule: RuleDescription;
  readonly stack: string;
  readonly address: string;
  readonly outcome: 'pass' | 'not applicable' | 'findings';
  /** Where it was decided; a plan leaves some questions to the synthesized configuration. */
  readonly source: 'synthesis' | 'plan';
  readonly findings: readonly Finding[];
}

/** How many results and findings there are. */
export interface Counts {
  readonly rules: number;
  readonly resources: number;
  /** Pairs of rule and resource that are all right. */
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
  readonly errors: number;
  readonly suppressed: number;
  /** Findings that make the check fail. */
  readonly alarming: number;
}

/** All that a check found, in an order that never changes. */
export interface Report {
  readonly source: 'synthesis' | 'plan';
  readonly packs: readonly string[];
  readonly threshold: Severity;
  /** Rules that were checked, by id. */
  readonly rules: readonly RuleDescription[];
  /** One for each rule and resource it judged. */
  readonly results: readonly Result[];
  /** Every finding, worst first; with those about suppressions. */
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  /** What could not be judged. */
  readonly notes: readonly string[];
}
