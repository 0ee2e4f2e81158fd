import { objectOf } from '../../terraform/json';
import { classifyResource, type Classified } from './classify-resource';
import type { Difference } from '../difference';
import type { Change, DriftPlan } from '../plan/plan-reader';
import { isSetBySibling, type SiblingIndex } from './siblings';
import type { StackConfiguration } from '../plan/stack-configuration';
import { listsMembers } from '../members/unmanaged-members';

/** Classifies every resource of one stack's plan, and its outputs. */
export function classifyPlan(
  plan: DriftPlan,
  configuration: StackConfiguration,
  siblings: SiblingIndex,
  withValues: boolean,
): Classified {
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
  const differences = classified.flatMap((one) => one.differences);
  return {
    differences: [...differences, ...pendingOutputs(plan, differences)],
    expected: classified.flatMap(({ expected }) => expected),
    noise: classified.reduce((sum, one) => sum + one.noise, 0),
  };
}

/** Outputs follow resources: they are pending by themselves only where nothing changed outside. */
function pendingOutputs({ outputs }: DriftPlan, differences: readonly Difference[]): readonly Difference[] {
  if (differences.some((difference) => difference.class !== 'pending')) return [];
  return outputs.map((name) => ({
    ...{ class: 'pending', address: `output.${name}`, type: 'output', action: 'update', attributes: [] },
    ...{ paths: [], before: null, after: null, complete: false, sensitive: [] },
  }));
}

function byAddress(changes: readonly Change[]): ReadonlyMap<string, Change> {
  return new Map(changes.map((change) => [change.address, change]));
}
