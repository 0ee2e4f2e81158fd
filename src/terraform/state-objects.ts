import { isObject, objectOf, parseObject, textOf, type JsonObject } from './json';

/** The objects in a state file by address; deposed ones left out. */
export function stateObjects(stateFile: string): Map<string, JsonObject> {
  const resources = objectOf(parseObject(stateFile)).resources;
  const list: readonly unknown[] = Array.isArray(resources) ? resources : [];
  return new Map(list.filter(isObject).flatMap(instancesOf));
}

function instancesOf(resource: JsonObject): [string, JsonObject][] {
  if (resource.mode !== 'managed' || !Array.isArray(resource.instances)) return [];
  const module = textOf(resource, 'module');
  const base = `${module === undefined ? '' : `${module}.`}${textOf(resource, 'type') ?? ''}.${textOf(resource, 'name') ?? ''}`;
  const instances: readonly unknown[] = resource.instances;
  const current = instances.filter(isObject).filter((instance) => instance.deposed === undefined);
  return current.map((instance) => [`${base}${key(instance.index_key)}`, objectOf(instance.attributes)]);
}

function key(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `[${JSON.stringify(value)}]` : '';
}
