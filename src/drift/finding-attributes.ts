import { isMarked, markedPrefix, renderPath, valueAt, type AttributePath } from './compare/attribute-path';
import type { FindingAttribute } from './finding';

const LONGEST_VALUE = 60;

/** The two sides of a difference, with Terraform's marks of what is sensitive in each. */
export interface Sides {
  readonly before: unknown;
  readonly after: unknown;
  /** Mark trees of every side; a mark in any of them hides a value in all. */
  readonly sensitive: readonly unknown[];
}

/**
 * Names the attributes at `paths`, each once.
 *
 * @param withValues also gives values, but only short scalars on one line that nothing marks sensitive
 */
export function findingAttributes(
  paths: readonly AttributePath[],
  sides: Sides,
  withValues: boolean,
): readonly FindingAttribute[] {
  const named = new Map<string, FindingAttribute>();
  for (const path of paths) {
    const attribute = findingAttribute(path, sides, withValues);
    named.set(attribute.path, attribute);
  }
  return [...named.values()].toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

/** How a path is called in a finding: it ends where something sensitive begins. */
export function attributeName(path: AttributePath, sensitive: readonly unknown[]): string {
  return renderPath(sensitive.some((marks) => isMarked(marks, path)) ? unmarkedPart(path, sensitive) : path);
}

function findingAttribute(path: AttributePath, sides: Sides, withValues: boolean): FindingAttribute {
  const name = attributeName(path, sides.sensitive);
  if (sides.sensitive.some((marks) => isMarked(marks, path))) return { path: name, sensitive: true };
  const before = scalar(valueAt(sides.before, path));
  const after = scalar(valueAt(sides.after, path));
  const shown = withValues && before !== undefined && after !== undefined;
  return { path: name, sensitive: false, ...(shown ? { before, after } : {}) };
}

/** The name of a member can be a secret as well: stop where the mark is. */
function unmarkedPart(path: AttributePath, sensitive: readonly unknown[]): AttributePath {
  const prefixes = sensitive.map((marks) => markedPrefix(marks, path) ?? path);
  return prefixes.reduce((best, prefix) => (prefix.length < best.length ? prefix : best), path);
}

function scalar(value: unknown): string | number | boolean | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value.length <= LONGEST_VALUE && !/\p{Cc}/u.test(value) ? value : undefined;
}
