import { contains, parsePath, type AttributePath } from '../compare/attribute-path';
import { isObject, type JsonObject } from '../../terraform/json';
import { member, objectsIn, stringsIn } from '../compare/json';

/** What the configuration says about one resource; a plan does not tell this. */
export interface ResourceConfiguration {
  /** Whether the configuration says anything at a path. */
  readonly sets: (path: AttributePath) => boolean;
  /** Whether `ignore_changes` covers a path. */
  readonly ignores: (path: AttributePath) => boolean;
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
  const bodies = new Map<string, JsonObject>();
  const ignored = new Map<string, unknown>();
  for (const [address, body] of documents.flatMap(resourcesIn)) {
    bodies.set(address, { ...bodies.get(address), ...body });
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
        sets: (path) => isSet(bodies.get(key), path),
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

/** A block that occurs once may be written with or without the list around it; an expression may hold anything. */
function isSet(value: unknown, [key, ...rest]: AttributePath): boolean {
  if (key === undefined) return value !== undefined && value !== null;
  if (typeof value === 'string') return value.includes('${');
  if (typeof key === 'number') return isSet(Array.isArray(value) ? value[key] : value, rest);
  return isSet(member(Array.isArray(value) && value.length === 1 ? value[0] : value, key), rest);
}

/** `module.x.aws_subnet.Public["a"]` and `aws_subnet.Public[0]` are configured as `aws_subnet.Public`. */
function withoutInstance(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '').replace(/^(?:module\.[^.]+\.)+/, '');
}
