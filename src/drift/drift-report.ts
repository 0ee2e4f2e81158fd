import { objectOf } from '../terraform/json';
import { classifyResource } from './classify-resource';
import { DRIFT_CLASSES, type Finding, type FindingClass } from './finding';
import { readDriftPlan, type Change, type DriftPlan } from './plan-reader';
import { indexSiblings, isSetBySibling, type SiblingIndex } from './siblings';
import { readStackConfiguration, type StackConfiguration } from './stack-configuration';
import { indexManagedMembers, listsMembers, unmanagedMembers } from './unmanaged-members';

/** A stack whose plan is to be judged. */
export interface StackInput {
  readonly stack: string;
  /** `terraform show -json` of a plan made with refresh. */
  readonly plan: unknown;
  /** Terraform JSON of the stack: the main file, then override files. */
  readonly configuration: readonly unknown[];
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
}

/** What was found in one stack. */
export interface StackDrift {
  readonly stack: string;
  /** `not-applied` holds nothing in its state yet: all of it is pending. */
  readonly status: 'checked' | 'not-applied';
  readonly findings: readonly Finding[];
  /** Differences that mean nothing and are not findings. */
  readonly noise: number;
}

/**
 * Tells drift from pending configuration and from noise, in all stacks together.
 *
 * @throws UserError when one of the plans cannot be read
 */
export function analyzeDrift(stacks: readonly StackInput[], options: DriftOptions = {}): readonly StackDrift[] {
  const plans = stacks.map(({ plan }) => readDriftPlan(plan));
  const neighbours = (options.neighbours ?? []).map(readDriftPlan);
  const live = [...plans, ...neighbours].flatMap((plan) => plan.live);
  const managed = indexManagedMembers(live);
  const siblings = indexSiblings(live);
  return stacks.map(({ stack, configuration }, position): StackDrift => {
    const plan = plans[position] ?? { drift: [], changes: [], outputs: [], live: [] };
    const settings = readStackConfiguration(configuration);
    const { findings, noise } = classifyPlan(plan, settings, siblings, options.withValues ?? false);
    const strays = unmanagedMembers(plan.live, settings, managed);
    const applied = plan.live.length + plan.drift.length > 0;
    return { stack, status: applied ? 'checked' : 'not-applied', findings: [...strays, ...findings], noise };
  });
}

/** How many findings of each class there are. */
export function countByClass(stacks: readonly StackDrift[]): Readonly<Record<FindingClass, number>> {
  const counts = { revertable: 0, deleted: 0, invisible: 0, accepted: 0, observed: 0, pending: 0 };
  for (const finding of stacks.flatMap(({ findings }) => findings)) counts[finding.class] += 1;
  return counts;
}

/** 2 when there is drift, 3 when there are only pending changes, otherwise 0. */
export function driftExitCode(stacks: readonly StackDrift[]): 0 | 2 | 3 {
  const counts = countByClass(stacks);
  if (DRIFT_CLASSES.some((drift) => counts[drift] > 0)) return 2;
  return counts.pending > 0 || stacks.some(({ status }) => status === 'not-applied') ? 3 : 0;
}

function classifyPlan(
  plan: DriftPlan,
  configuration: StackConfiguration,
  siblings: SiblingIndex,
  withValues: boolean,
): { findings: Finding[]; noise: number } {
  const drift = byAddress(plan.drift);
  const changes = byAddress(plan.changes);
  const addresses = [...new Set([...drift.keys(), ...changes.keys()])].toSorted();
  const classified = addresses.map((address) => {
    const type = drift.get(address)?.type ?? changes.get(address)?.type ?? '';
    const resource = configuration.resource(address);
    const values = objectOf(drift.get(address)?.after);
    const judgedElsewhere = (attribute: string): boolean =>
      !resource.sets([attribute]) &&
      (listsMembers(type, attribute) || isSetBySibling(type, attribute, values, siblings));
    const join = { drift: drift.get(address), change: changes.get(address), configuration: resource, judgedElsewhere };
    return classifyResource(join, withValues);
  });
  const findings = classified.flatMap((one) => one.findings);
  return {
    findings: [...findings, ...pendingOutputs(plan, findings)],
    noise: classified.reduce((sum, one) => sum + one.noise, 0),
  };
}

/** Outputs follow resources: they are pending by themselves only where nothing changed outside. */
function pendingOutputs({ outputs }: DriftPlan, findings: readonly Finding[]): readonly Finding[] {
  if (findings.some((finding) => finding.class !== 'pending')) return [];
  return outputs.map((name) => ({
    class: 'pending',
    address: `output.${name}`,
    type: 'output',
    action: 'update',
    attributes: [],
  }));
}

function byAddress(changes: readonly Change[]): ReadonlyMap<string, Change> {
  return new Map(changes.map((change) => [change.address, change]));
}
