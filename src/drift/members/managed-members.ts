import type { Collection } from './collection';
import { COLLECTIONS } from './collections';
import type { LiveResource } from '../plan/plan-reader';

/** Which members are managed, over all stacks: a rule of one stack's group may be a resource of another stack. */
export type ManagedMembersIndex = ReadonlySet<string>;

/** Indexes the members that the resources of all stacks manage. */
export function indexManagedMembers(resources: readonly Pick<LiveResource, 'type' | 'values'>[]): ManagedMembersIndex {
  return new Set(
    COLLECTIONS.flatMap((collection) =>
      resources.flatMap((resource) => {
        if (!Object.hasOwn(collection.managedBy, resource.type)) return [];
        const managed = collection.managedBy[resource.type]?.(resource.values);
        return (managed?.keys ?? []).map((key) => indexKey(collection, managed?.parentId, key));
      }),
    ),
  );
}

/** Names a member in the index. */
export function indexKey(collection: Collection, parentId: unknown, key: string): string {
  return JSON.stringify([collection.parentTypes[0], collection.attribute, parentId, key]);
}
