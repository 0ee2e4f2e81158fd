import { isObject } from '../../terraform/json';
import type { Target } from './target';

/** A value that is known now. */
export type Scalar = string | number | boolean;

/**
 * One place in the settings of a resource, as a loader found it.
 *
 * `known` may carry targets as well: a plan knows the values of what exists and still tells where they come from.
 */
export type Node =
  | { readonly kind: 'known'; readonly value: Scalar; readonly targets: readonly Target[] }
  | { readonly kind: 'reference'; readonly targets: readonly Target[]; readonly template?: string }
  | { readonly kind: 'computed'; readonly reason: string; readonly targets: readonly Target[] }
  | { readonly kind: 'sensitive'; readonly targets: readonly Target[] }
  | { readonly kind: 'unset' }
  | {
      readonly kind: 'list';
      readonly items: readonly Node[];
      /** Nobody wrote it: the provider tells what AWS has. Absent where somebody did, or where that is not known. */
      readonly reported?: true;
    }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Node> };

export const UNSET: Node = { kind: 'unset' };

/** A node for something that is set to what nobody can tell yet. */
export function computed(reason: string, targets: readonly Target[] = []): Node {
  return targets.length === 0 ? { kind: 'computed', reason, targets } : { kind: 'reference', targets };
}

/**
 * Builds a node from JSON.
 *
 * Null, an empty text and an empty list are how Terraform writes what nobody set.
 *
 * @param text reads a text, which may hold expressions
 */
export function nodeOf(value: unknown, text: (text: string) => Node): Node {
  if (value === null || value === undefined || value === '') return UNSET;
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'known', value, targets: [] };
  if (Array.isArray(value)) return listOf(value.map((each) => nodeOf(each, text)));
  if (!isObject(value)) return UNSET;
  return objectOfNodes(Object.entries(value).map(([name, each]) => [name, nodeOf(each, text)]));
}

/** A text as it stands. */
export function literal(value: string): Node {
  return { kind: 'known', value, targets: [] };
}

export function listOf(items: readonly Node[]): Node {
  return items.length === 0 ? UNSET : { kind: 'list', items };
}

export function objectOfNodes(members: Iterable<readonly [string, Node]>): Node {
  return { kind: 'object', members: new Map(members) };
}

/** Every target at or below a node. */
export function targetsBelow(node: Node): readonly Target[] {
  if (node.kind === 'unset') return [];
  if (node.kind === 'list') return node.items.flatMap(targetsBelow);
  if (node.kind === 'object') return [...node.members.values()].flatMap(targetsBelow);
  return node.targets;
}

/** Every node below one that is neither list nor object, with the names on the way. */
export function* leaves(node: Node, path: readonly string[] = []): Generator<readonly [readonly string[], Node]> {
  if (node.kind === 'list') for (const item of node.items) yield* leaves(item, path);
  else if (node.kind === 'object') for (const [name, each] of node.members) yield* leaves(each, [...path, name]);
  else yield [path, node];
}
