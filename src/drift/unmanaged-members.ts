import { isMarked } from './attribute-path';
import { digestOf } from './fingerprint';
import type { Collection, CollectionMember } from './collection';
import { COLLECTIONS } from './collections';
import type { Difference } from './difference';
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
): readonly Difference[] {
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
        return distinct(strays).map((stray) => difference(collection, parent, stray));
      }),
  );
}

function distinct(members: readonly CollectionMember[]): readonly CollectionMember[] {
  return [...new Map(members.map((member) => [member.key, member])).values()].toSorted((left, right) =>
    left.key < right.key ? -1 : 1,
  );
}

function difference(
  { attribute, noun, memberType }: Collection,
  { address, type, sensitive }: LiveResource,
  { key, label, values }: CollectionMember,
): Difference {
  const hidden = isMarked(sensitive, [attribute]);
  return {
    ...{ class: 'invisible', address, type, action: 'none', attributes: [{ path: attribute, sensitive: hidden }] },
    detail: `${noun} that terraform does not manage${hidden ? '' : `: ${label}`}`,
    // what tells it apart may be the secret: then a number made from it does
    object: { type: memberType, id: hidden ? digestOf(key) : key },
    ...{ paths: [], before: null, after: values, sensitive: [hidden] },
  };
}

function indexKey(collection: Collection, parentId: unknown, key: string): string {
  return JSON.stringify([collection.parentTypes[0], collection.attribute, parentId, key]);
}
