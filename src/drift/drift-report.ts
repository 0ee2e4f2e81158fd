import { classifyPlan } from './classify/classify-plan';
import type { Difference } from './difference';
import type { ExpectedChange } from './classify/expected-changes';
import { FINDING_CLASSES, type Finding, type FindingClass } from './finding';
import { judgeDifferences } from './findings';
import { IgnoreList, type IgnoreProblem } from './ignore/ignore-list';
import type { IgnoreRule } from './ignore/ignore-rule';
import type { Inventory } from './inventory/inventory';
import { strayObjects } from './inventory/stray-objects';
import type { DriftJudge } from './judge';
import type { StackPlace } from './next-steps/stack-place';
import { indexManagedMembers } from './members/managed-members';
import { readDriftPlan } from './plan/plan-reader';
import type { DriftSeverity } from './severity';
import { indexSiblings } from './classify/siblings';
import { readStackConfiguration } from './plan/stack-configuration';
import { withoutToldMembers } from './members/told-members';
import { strayDifference, strayMembers } from './members/unmanaged-members';

/** A stack whose plan is to be judged. */
export interface StackInput {
  readonly stack: string;
  /** `terraform show -json` of a plan made with refresh. */
  readonly plan: unknown;
  /** Terraform JSON of the stack: the main file, then override files. */
  readonly configuration: readonly unknown[];
  /**
   * Where the stack lies, for exact ways out.
   *
   * @default - findings have no ways out
   */
  readonly place?: StackPlace;
}

/** How to judge. */
export interface DriftOptions {
  /**
   * Give values of short scalars that nothing marks sensitive.
   *
   * @default false
   */
  readonly withValues?: boolean;
  /**
   * Plans of further stacks whose resources count as managed, though they are not judged themselves.
   *
   * @default - none
   */
  readonly neighbours?: readonly unknown[];
  /**
   * Tells what follows from a difference.
   *
   * @default - severity by the kind of difference alone
   */
  readonly judge?: DriftJudge;
  /**
   * What lies in AWS beside and inside the resources, by stack.
   *
   * @default - only what plans show
   */
  readonly inventory?: Inventory;
  /**
   * Rules that take findings out of the exit code.
   *
   * @default - none
   */
  readonly ignore?: readonly IgnoreRule[];
  /**
   * The day of the check, `2026-11-21`; a rule that expired before it holds no more.
   *
   * @default - rules never expire
   */
  readonly today?: string;
  /**
   * Mildest severity that counts as drift in the exit code.
   *
   * @default 'info'
   */
  readonly threshold?: DriftSeverity;
}

/** What was found in one stack. */
export interface StackDrift {
  readonly stack: string;
  /** `not-applied` holds nothing in its state yet: all of it is pending. */
  readonly status: 'checked' | 'not-applied';
  readonly findings: readonly Finding[];
  /** Findings, or parts of findings, that ignore rules take out; each names its rule. */
  readonly ignored: readonly Finding[];
  /** What AWS changed by itself within the bounds that are configured; no findings. */
  readonly expected: readonly ExpectedChange[];
  /** Differences that mean nothing and are not findings. */
  readonly noise: number;
}

/** What was found in all stacks. */
export interface DriftReport {
  readonly stacks: readonly StackDrift[];
  /** Ignore rules that are expired or that nothing needs; unused ones are told only when every stack was judged. */
  readonly ignoreProblems: readonly IgnoreProblem[];
}

/** The number of findings of each class. */
export type ClassCounts = Readonly<Record<FindingClass, number>>;

/**
 * Tells drift from pending configuration and from noise, in all stacks together.
 *
 * @throws UserError when one of the plans cannot be read
 */
export function analyzeDrift(stacks: readonly StackInput[], options: DriftOptions = {}): DriftReport {
  const plans = stacks.map(({ plan }) => readDriftPlan(plan));
  const neighbours = (options.neighbours ?? []).map(readDriftPlan);
  const live = [...plans, ...neighbours].flatMap((plan) => plan.live);
  const managed = indexManagedMembers(live);
  const siblings = indexSiblings(live);
  const ignore = new IgnoreList(options.ignore ?? [], options.today ?? '');
  const classified = stacks.map(({ stack, configuration, place }, position) => {
    const plan = plans[position] ?? { drift: [], changes: [], outputs: [], live: [] };
    const settings = readStackConfiguration(configuration);
    const strays = strayMembers(plan, settings, managed);
    const rest = withoutToldMembers(plan, strays);
    const { differences, expected, noise } = classifyPlan(rest, settings, siblings, options.withValues ?? false);
    const objects = strayObjects(plan.live, options.inventory ?? [], live);
    const applied = plan.live.length + plan.drift.length > 0;
    const status: StackDrift['status'] = applied ? 'checked' : 'not-applied';
    const all: readonly Difference[] = [...strays.map(strayDifference), ...objects, ...differences];
    return { stack, status, place, settings, expected, noise, differences: all };
  });
  const judged = judgeDifferences(classified, ignore, options);
  return {
    stacks: classified.map(({ stack, status, expected, noise }, position): StackDrift => {
      const { findings = [], ignored = [] } = judged[position] ?? {};
      return { stack, status, findings, ignored, expected, noise };
    }),
    ignoreProblems: ignore.problems({ complete: neighbours.length === 0 }),
  };
}

/** How many findings of each class there are; ignored ones do not count. */
export function countByClass(stacks: readonly StackDrift[]): ClassCounts {
  const findings = stacks.flatMap((stack) => stack.findings);
  const counts = FINDING_CLASSES.map((kind) => [kind, findings.filter((each) => each.class === kind).length] as const);
  return Object.fromEntries(counts) as ClassCounts;
}

/** 2 when a finding alarms, 3 when there are only pending changes, otherwise 0. */
export function driftExitCode(stacks: readonly StackDrift[]): 0 | 2 | 3 {
  if (stacks.some(({ findings }) => findings.some(({ alarming }) => alarming))) return 2;
  const pending = countByClass(stacks).pending > 0;
  return pending || stacks.some(({ status }) => status === 'not-applied') ? 3 : 0;
}
