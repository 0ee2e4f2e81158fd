import { isObject, type JsonObject } from '../../terraform/json';
import { member } from './json';

/** Where a value lies inside a resource: member names and list positions. */
export type AttributePath = readonly (string | number)[];

/** The value at a path; undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: AttributePath): unknown {
  return path.reduce<unknown>((inner, key) => member(inner, key), value);
}

/** A value with another one in it at a path; what is missing on the way is made. */
export function withValueAt(value: unknown, path: AttributePath, inner: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return inner;
  const changed = withValueAt(member(value, key), rest, inner);
  if (typeof key === 'number')
    return Object.assign(Array.isArray(value) ? [...(value as unknown[])] : [], { [key]: changed });
  return { ...(isObject(value) ? value : {}), [key]: changed };
}

/** A path as Terraform writes it: `tags.Name`, `launch_template[0].version`, `tags["cost center"]`. */
export function renderPath(path: AttributePath): string {
  return path
    .map((key, position) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!/^[A-Za-z_][\w-]*$/.test(key)) return `[${JSON.stringify(key)}]`;
      return position === 0 ? key : `.${key}`;
    })
    .join('');
}

/** Reads a path as `ignore_changes` holds it; positions in brackets are numbers, names may be quoted. */
export function parsePath(text: string): AttributePath {
  return [...text.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, position, name]) => quoted ?? (position === undefined ? (name ?? '') : Number(position)),
  );
}

/** Whether `prefix` is `path` or contains it. */
export function contains(prefix: AttributePath, path: AttributePath): boolean {
  return prefix.length <= path.length && prefix.every((key, position) => key === path[position]);
}

/** Whether one of Terraform's mark trees (`after_unknown`, `before_sensitive`) marks the path, something above or below it. */
export function isMarked(marks: unknown, path: AttributePath): boolean {
  return markedPrefix(marks, path) !== undefined || hasMark(valueAt(marks, path));
}

/** The part of a path down to the outermost mark; undefined when nothing on the way is marked. */
export function markedPrefix(marks: unknown, path: AttributePath): AttributePath | undefined {
  for (let length = 0; length <= path.length; length += 1) {
    const prefix = path.slice(0, length);
    if (valueAt(marks, prefix) === true) return prefix;
  }
  return undefined;
}

function hasMark(marks: unknown): boolean {
  if (Array.isArray(marks)) return marks.some(hasMark);
  return marks === true || (isObject(marks) && Object.values(marks).some(hasMark));
}

/** One mark tree that marks whatever one of these does. */
export function mergeMarks(trees: readonly unknown[]): unknown {
  if (trees.includes(true)) return true;
  const inner = trees.filter((tree) => typeof tree === 'object' && tree !== null) as readonly object[];
  const keys = [...new Set(inner.flatMap((tree) => Object.keys(tree)))];
  const merged = keys.map((key) => [key, mergeMarks(inner.map((tree) => (tree as JsonObject)[key]))] as const);
  return inner.some(Array.isArray) ? Object.assign([], Object.fromEntries(merged)) : Object.fromEntries(merged);
}
