import type { JsonObject } from '../../terraform/json';
import { INVENTORY_KINDS, type InventoryKindId } from './inventory-kinds';
import type { LiveResource } from '../plan/plan-reader';

/** Something that AWS has inside or beside a resource. */
export interface FoundObject {
  /** The id by which Terraform would know it too. */
  readonly id: string;
  /** What to call it, without a secret. */
  readonly label: string;
  /** Attributes of the resource type that would manage it, as far as they are known. */
  readonly values: JsonObject;
}

/** One question to AWS: which objects of a kind does this parent have. */
export interface InventoryQuestion {
  readonly kind: InventoryKindId;
  readonly parentId: string;
}

/** One answer. */
export interface InventoryAnswer extends InventoryQuestion {
  readonly found: readonly FoundObject[];
}

/** What AWS has, as far as it was asked. */
export type Inventory = readonly InventoryAnswer[];

/** Asks AWS; only reads. */
export interface InventoryReader {
  /** @throws UserError when AWS refuses or cannot be reached */
  read(question: InventoryQuestion): Promise<readonly FoundObject[]>;
}

/** What to ask about these resources; each question once. */
export function inventoryQuestions(resources: readonly LiveResource[]): readonly InventoryQuestion[] {
  const questions = resources.flatMap(({ type, values }) =>
    INVENTORY_KINDS.filter(({ parentType }) => parentType === type).flatMap(({ id: kind, parentId }) => {
      const id = parentId(values);
      return typeof id === 'string' && id !== '' ? [{ kind, parentId: id }] : [];
    }),
  );
  return [...new Map(questions.map((question) => [JSON.stringify(question), question])).values()];
}
