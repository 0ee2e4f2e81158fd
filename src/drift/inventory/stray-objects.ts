import type { Difference } from '../difference';
import type { LiveResource } from '../plan/plan-reader';
import type { FoundObject, Inventory } from './inventory';
import { INVENTORY_KINDS, type InventoryKind } from './inventory-kinds';

/**
 * Objects that AWS has inside or beside the resources of one stack and that no resource of any stack manages.
 *
 * @param managers resources of all stacks
 */
export function strayObjects(
  resources: readonly LiveResource[],
  inventory: Inventory,
  managers: readonly LiveResource[],
): readonly Difference[] {
  return INVENTORY_KINDS.flatMap((kind) => {
    const managed = new Set(
      managers.map(({ type, values }) =>
        Object.hasOwn(kind.managedBy, type) ? kind.managedBy[type]?.(values) : undefined,
      ),
    );
    return resources
      .filter(({ type }) => type === kind.parentType)
      .flatMap((parent) =>
        inventory
          .filter((answer) => answer.kind === kind.id && answer.parentId === kind.parentId(parent.values))
          .flatMap(({ found }) => found.filter(({ id }) => !managed.has(id)))
          .map((object) => difference(kind, parent, object)),
      );
  });
}

function difference(kind: InventoryKind, { address, type }: LiveResource, object: FoundObject): Difference {
  const { id, label, values } = object;
  return {
    ...{ class: kind.class, address, type, action: 'none', attributes: [], paths: [] },
    detail: `${kind.noun} that terraform does not manage: ${label}`,
    object: { type: kind.memberType, id },
    ...{ before: null, after: values, complete: false, sensitive: [] },
  };
}
