import { isObject, objectOf } from '../../terraform/json';
import { COLLECTIONS } from './collections';
import { indexKey, indexManagedMembers } from './managed-members';
import type { Change, DriftPlan } from '../plan/plan-reader';
import type { StrayMember } from './unmanaged-members';

/**
 * A plan whose exclusive resources do not differ by members that have findings of their own: strays, and members whose
 * resource was deleted.
 */
export function withoutToldMembers(plan: DriftPlan, strays: readonly StrayMember[]): DriftPlan {
  const deletions = plan.drift.filter(({ actions }) => actions.includes('delete'));
  const deleted = indexManagedMembers(deletions.map(({ type, before }) => ({ type, values: objectOf(before) })));
  const withoutTold = (change: Change): Change => {
    const collection = COLLECTIONS.find(({ exclusiveBy }) => exclusiveBy?.type === change.type);
    if (collection?.exclusiveBy === undefined) return change;
    const { attribute } = collection.exclusiveBy;
    const parentId = collection.exclusiveBy.parentId(objectOf(change.before ?? change.after));
    const isTold = (key: unknown): boolean =>
      strays.some(({ removedBy, member }) => removedBy?.address === change.address && member.key === key) ||
      deleted.has(indexKey(collection, parentId, String(key)));
    const { before, after } = change;
    return { ...change, before: without(before, attribute, isTold), after: without(after, attribute, isTold) };
  };
  return { ...plan, drift: plan.drift.map(withoutTold), changes: plan.changes.map(withoutTold) };
}

function without(values: unknown, attribute: string, isTold: (key: unknown) => boolean): unknown {
  const keys = objectOf(values)[attribute];
  if (!isObject(values) || !Array.isArray(keys)) return values;
  return { ...values, [attribute]: keys.filter((key) => !isTold(key)) };
}
