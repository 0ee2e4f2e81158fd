import { objectOf } from '../../terraform/json';
import { plannedAction } from '../plan/planned-action';
import type { Collection } from './collection';
import { stringsIn } from '../compare/json';
import type { Change, DriftPlan } from '../plan/plan-reader';
import type { StackConfiguration } from '../plan/stack-configuration';

/** What the exclusive resource of a parent says about members that no resource of their own manages. */
export interface ExclusiveMembers {
  /** Whether it lets a member be. */
  names(key: string): boolean;
  /** The resource itself where the next apply removes a member by it. */
  removing(key: string): Change | undefined;
}

const NOTHING: ExclusiveMembers = { names: () => false, removing: () => undefined };

/** Finds the exclusive resource of a parent in the plan of its stack; without one nothing is named or removed. */
export function exclusiveMembersOf(
  { exclusiveBy }: Collection,
  parentId: unknown,
  { changes }: DriftPlan,
  configuration: StackConfiguration,
): ExclusiveMembers {
  if (exclusiveBy === undefined) return NOTHING;
  const change = changes.find(({ type, before, after }) => {
    return type === exclusiveBy.type && exclusiveBy.parentId(objectOf(before ?? after)) === parentId;
  });
  if (change === undefined) return NOTHING;
  const left = stringsIn(objectOf(change.after)[exclusiveBy.attribute]);
  // what is ignored is planned as it was found
  const ignored = configuration.resource(change.address).ignores([exclusiveBy.attribute]);
  const updates = plannedAction(change.actions) === 'update';
  return {
    names: (key) => !ignored && left.includes(key),
    removing: (key) => (updates && !left.includes(key) ? change : undefined),
  };
}
