import { plannedAction } from '../plan/planned-action';
import { readDriftPlan } from '../plan/plan-reader';

/** Why a plan made to repair some resources must not be applied; empty where it may be: it does nothing but update them. */
export function repairObjections(plan: unknown, targets: readonly string[]): readonly string[] {
  const changes = readDriftPlan(plan).changes.map(({ address, actions }) => ({
    address,
    action: plannedAction(actions),
  }));
  return changes.flatMap(({ address, action }) => {
    if (action === 'none') return [];
    if (action !== 'update') return [`the plan would ${action} ${address}`];
    return targets.includes(address) ? [] : [`the plan would also update ${address}`];
  });
}
