import { createHash } from 'node:crypto';
import { isMarked, renderPath, valueAt } from './compare/attribute-path';
import { canonical } from './compare/canonical';
import type { Difference } from './difference';

/** Names a difference between runs, whatever its values. */
export function fingerprintOf(stack: string, { class: kind, address, object }: Difference): string {
  return digestOf(stack, kind, address, object?.type ?? '', object?.id ?? '');
}

/** The same as long as the same attributes differ in the same way; sensitive values count only by their place. */
export function contentOf({ paths, after, sensitive, attributes, action }: Difference): string {
  const values = paths.map((path) => {
    const hidden = sensitive.some((marks) => isMarked(marks, path));
    return hidden ? '' : `${renderPath(path)}=${canonical(valueAt(after, path), String(path.at(-1)), path.length > 1)}`;
  });
  return digestOf(action, ...attributes.map(({ path }) => path), ...values.toSorted());
}

/** 16 hexadecimal digits that stand for some texts and do not tell them. */
export function digestOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
