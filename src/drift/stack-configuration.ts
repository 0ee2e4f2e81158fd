import { contains, parsePath, type AttributePath } from './attribute-path';
import { isObject, type JsonObject } from '../terraform/json';
import { objectsIn, stringsIn } from './json';

/** What the configuration says about one resource; a plan does not tell this. */
export interface ResourceConfiguration {
  /** Whether the configuration sets an attribute. */
  sets(attribute: string): boolean;
  /** Whether `ignore_changes` covers a path. */
  ignores(path: AttributePath): boolean;
}

/** What the configuration of a stack says about its resources. */
export interface StackConfiguration {
  /** About the resource of an address; one that is not configured sets and ignores nothing. */
  resource(address: string): ResourceConfiguration;
}

/**
 * Reads the Terraform JSON of a stack.
 *
 * @param documents the main file first, then override files; as in Terraform a later `ignore_changes` replaces an earlier one
 */
export function readStackConfiguration(documents: readonly unknown[]): StackConfiguration {
  const attributes = new Map<string, Set<string>>();
  const ignored = new Map<string, unknown>();
  for (const [address, body] of documents.flatMap(resourcesIn)) {
    const known = attributes.get(address) ?? new Set<string>();
    Object.keys(body).forEach((name) => known.add(name));
    attributes.set(address, known);
    const [lifecycle] = Array.isArray(body['lifecycle'])
      ? objectsIn(body['lifecycle'])
      : objectsIn([body['lifecycle']]);
    if (lifecycle?.['ignore_changes'] !== undefined) ignored.set(address, lifecycle['ignore_changes']);
  }
  return {
    resource(address) {
      const key = withoutInstance(address);
      const ignores = ignored.get(key);
      const paths = stringsIn(ignores).map(parsePath);
      return {
        sets: (attribute) => attributes.get(key)?.has(attribute) ?? false,
        ignores: (path) => ignores === 'all' || paths.some((prefix) => contains(prefix, path)),
      };
    },
  };
}

function resourcesIn(document: unknown): [string, JsonObject][] {
  const resources = isObject(document) ? document['resource'] : undefined;
  if (!isObject(resources)) return [];
  return Object.entries(resources).flatMap(([type, byName]) =>
    isObject(byName)
      ? Object.entries(byName).flatMap(([name, body]): [string, JsonObject][] =>
          isObject(body) ? [[`${type}.${name}`, body]] : [],
        )
      : [],
  );
}

/** `module.x.aws_subnet.Public["a"]` and `aws_subnet.Public[0]` are configured as `aws_subnet.Public`. */
function withoutInstance(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '').replace(/^(?:module\.[^.]+\.)+/, '');
}
