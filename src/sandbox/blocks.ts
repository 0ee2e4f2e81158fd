import { isObject, objectOf, type JsonObject } from '../terraform/json';

/** The blocks of one kind: JSON configuration allows one object or a list of them. */
export function blocksOf(value: unknown): JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** One resource of a configuration. */
export interface ResourceBlock {
  readonly type: string;
  readonly name: string;
  readonly body: JsonObject;
}

/** All managed resources of a `cdk.tf.json`. */
export function resourcesOf(configuration: JsonObject): ResourceBlock[] {
  return Object.entries(objectOf(configuration.resource)).flatMap(([type, named]) =>
    Object.entries(objectOf(named)).map(([name, body]) => ({ type, name, body: objectOf(body) })),
  );
}

/** Resources by type and name, as configuration wants them; undefined when there are none. */
export function resourceTree(entries: readonly ResourceBlock[]): JsonObject | undefined {
  if (entries.length === 0) return undefined;
  const tree: Record<string, Record<string, JsonObject>> = {};
  for (const { type, name, body } of entries) (tree[type] ??= {})[name] = body;
  return tree;
}
