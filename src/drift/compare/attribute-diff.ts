import { type AttributePath } from './attribute-path';
import { canonical } from './canonical';
import { isObject, type JsonObject } from '../../terraform/json';
import { member } from './json';

/**
 * The paths at which two values of a resource differ in meaning.
 *
 * Objects and blocks that occur once are entered; any other list differs as a whole. `tags_all` is left out where
 * `tags` says the same.
 */
export function changedPaths(before: unknown, after: unknown): readonly AttributePath[] {
  return withoutDerivedTags(differences(before, after, []));
}

function differences(before: unknown, after: unknown, path: AttributePath): AttributePath[] {
  const attribute = path.at(-1);
  const name = typeof attribute === 'string' ? attribute : '';
  const inBlock = path.length > 1;
  // a whole resource is no block: false and 0 of its own attributes mean something
  const isResource = path.length === 0;
  if (!isResource && canonical(before, name, inBlock) === canonical(after, name, inBlock)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === 1 && after.length === 1) {
    return isObject(before[0]) && isObject(after[0]) ? differences(before[0], after[0], [...path, 0]) : [path];
  }
  const left = asObject(before);
  const right = asObject(after);
  if (left === undefined || right === undefined) return [path];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].toSorted();
  return keys.flatMap((key) => differences(member(left, key), member(right, key), [...path, key]));
}

/** Nothing counts as an object without members, so that the first tag of a resource is named like any other. */
function asObject(value: unknown): JsonObject | undefined {
  if (value === null || value === undefined) return {};
  return isObject(value) ? value : undefined;
}

function withoutDerivedTags(paths: readonly AttributePath[]): readonly AttributePath[] {
  const tags = new Set(paths.filter(([attribute]) => attribute === 'tags').map(([, tag]) => tag));
  return paths.filter(([attribute, tag]) => attribute !== 'tags_all' || !tags.has(tag));
}
