import { createHash } from 'node:crypto';
import { isObject } from '../../terraform/json';

/** Terraform's functions that synthesized stacks use. */
export const FUNCTIONS: Readonly<Record<string, (...values: readonly unknown[]) => unknown>> = {
  join: (separator, list) => (Array.isArray(list) ? list.map(String).join(String(separator)) : String(list)),
  jsonencode: (value) => encode(value),
  lower: (text) => String(text).toLowerCase(),
  sha256: (text) => createHash('sha256').update(String(text)).digest('hex'),
  substr: (text, offset, length) => String(text).slice(Number(offset), Number(offset) + Number(length)),
  tostring: String,
};

/** As Terraform encodes: keys sorted, and the characters that HTML knows escaped. */
function encode(value: unknown): string {
  return JSON.stringify(sorted(value)).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}
