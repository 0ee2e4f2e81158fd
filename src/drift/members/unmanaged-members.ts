import { isMarked } from '../compare/attribute-path';
import type { Collection, CollectionMember } from './collection';
import { COLLECTIONS } from './collections';
import type { Difference } from '../difference';
import { exclusiveMembersOf } from './exclusive-members';
import { digestOf } from '../fingerprint';
import { indexKey, type ManagedMembersIndex } from './managed-members';
import type { Change, DriftPlan, LiveResource } from '../plan/plan-reader';
import type { StackConfiguration } from '../plan/stack-configuration';

/** A member of a resource that nothing in the configuration wants there. */
export interface StrayMember {
  readonly collection: Collection;
  readonly parent: LiveResource;
  readonly member: CollectionMember;
  /** Exclusive resource by which the next apply removes it; undefined where no apply does. */
  readonly removedBy: Change | undefined;
}

/** Whether an attribute lists members that have resources of their own, and is judged by `strayMembers`. */
export function listsMembers(type: string, attribute: string): boolean {
  return COLLECTIONS.some((collection) => collection.attribute === attribute && collection.parentTypes.includes(type));
}

/** Members of the resources of one stack that no resource of any stack manages. */
export function strayMembers(
  plan: DriftPlan,
  configuration: StackConfiguration,
  managed: ManagedMembersIndex,
): readonly StrayMember[] {
  return COLLECTIONS.flatMap((collection) =>
    plan.live
      .filter(({ type, address }) => {
        return collection.parentTypes.includes(type) && !configuration.resource(address).sets([collection.attribute]);
      })
      .flatMap((parent) => {
        const parentId = collection.parentId(parent.values);
        const exclusive = exclusiveMembersOf(collection, parentId, plan, configuration);
        const strays = collection
          .live(parent.values)
          .filter(({ key }) => !managed.has(indexKey(collection, parentId, key)) && !exclusive.names(key));
        return distinct(strays).map((member) => ({
          ...{ collection, parent, member, removedBy: exclusive.removing(member.key) },
        }));
      }),
  );
}

/** What a stray member is told as: at the resource that removes it or, where no apply does, at its parent. */
export function strayDifference({ collection, parent, member, removedBy }: StrayMember): Difference {
  const { attribute, noun, memberType, exclusiveBy } = collection;
  const { key, label, values } = member;
  const hidden = isMarked(parent.sensitive, [attribute]);
  const { address, type } = removedBy ?? parent;
  const path = removedBy === undefined ? attribute : (exclusiveBy?.attribute ?? attribute);
  return {
    ...(removedBy === undefined ? { class: 'invisible', action: 'none' } : { class: 'revertable', action: 'update' }),
    ...{ address, type, attributes: [{ path, sensitive: hidden }] },
    detail: `${noun} that terraform does not manage${hidden ? '' : `: ${label}`}`,
    // what tells it apart may be the secret: then a number made from it does
    object: { type: memberType, id: hidden ? digestOf(key) : key },
    ...{ paths: [], before: null, after: values, complete: true, sensitive: [hidden] },
  };
}

function distinct(members: readonly CollectionMember[]): readonly CollectionMember[] {
  return [...new Map(members.map((member) => [member.key, member])).values()].toSorted((left, right) =>
    left.key < right.key ? -1 : 1,
  );
}
