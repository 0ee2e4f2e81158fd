import { isMarked } from './attribute-path';
import type { Collection, CollectionMember } from './collection';
import { COLLECTIONS } from './collections';
import type { Finding } from './finding';
import type { LiveResource } from './plan-reader';
import type { StackConfiguration } from './stack-configuration';

/** Which members are managed, over all stacks: a rule of one stack's group may be a resource of another stack. */
export type ManagedMembersIndex = ReadonlySet<string>;

/** Indexes the members that the resources of all stacks manage. */
export function indexManagedMembers(resources: readonly LiveResource[]): ManagedMembersIndex {
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

/** Whether an attribute lists members that have resources of their own, and is judged by `unmanagedMembers`. */
export function listsMembers(type: string, attribute: string): boolean {
  return COLLECTIONS.some((collection) => collection.attribute === attribute && collection.parentTypes.includes(type));
}

/** Members of the resources of one stack that no resource of any stack manages. */
export function unmanagedMembers(
  resources: readonly LiveResource[],
  configuration: StackConfiguration,
  managed: ManagedMembersIndex,
): readonly Finding[] {
  return COLLECTIONS.flatMap((collection) =>
    resources
      .filter(({ type, address }) => {
        return collection.parentTypes.includes(type) && !configuration.resource(address).sets([collection.attribute]);
      })
      .flatMap((parent) => {
        const parentId = collection.parentId(parent.values);
        const strays = collection
          .live(parent.values)
          .filter(({ key }) => !managed.has(indexKey(collection, parentId, key)));
        return strays.length === 0 ? [] : [finding(collection, parent, strays)];
      }),
  );
}

function finding(
  collection: Collection,
  { address, type, sensitive }: LiveResource,
  strays: readonly CollectionMember[],
): Finding {
  const hidden = isMarked(sensitive, [collection.attribute]);
  const labels = [...new Set(strays.map(({ label }) => label))].toSorted();
  return {
    class: 'invisible',
    address,
    type,
    action: 'none',
    attributes: [{ path: collection.attribute, sensitive: hidden }],
    detail: `${collection.noun} that terraform does not manage${hidden ? '' : `: ${labels.join('; ')}`}`,
  };
}

function indexKey(collection: Collection, parentId: unknown, key: string): string {
  return JSON.stringify([collection.parentTypes[0], collection.attribute, parentId, key]);
}
