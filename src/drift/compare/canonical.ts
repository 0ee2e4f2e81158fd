import { isObject, type JsonObject } from '../../terraform/json';
import { protocolName } from './protocol';

/** Attributes that AWS answers as a number where people write a name. */
const PROTOCOLS = new Set(['ip_protocol', 'protocol']);

/** Lists whose order means something; every other list is compared as a set, for the plan does not tell sets from lists. */
const ORDERED = new Set([
  'command',
  'domain_name_servers',
  'entry_point',
  'layers',
  'ordered_cache_behavior',
  'override',
]);

/**
 * A text that is the same for values that mean the same, and empty for values that mean nothing.
 *
 * Null, `{}`, `[]` and `""` mean nothing, inside blocks `false` and 0 as well: the provider writes these for what nobody
 * set. The order of members and of sets means nothing; a JSON document in a string counts by its content, an IAM policy
 * by its statements.
 *
 * @param attribute name under which the value lies
 * @param inBlock whether the value lies inside a block rather than directly in the resource
 */
export function canonical(value: unknown, attribute = '', inBlock = false): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'string') return canonicalString(value, attribute);
  if (Array.isArray(value)) return canonicalList(value, attribute);
  if (isObject(value)) return canonicalObject(value, (inner, key) => canonical(inner, key, true));
  return inBlock && (value === false || value === 0) ? '' : JSON.stringify(value);
}

function canonicalString(text: string, attribute: string): string {
  if (PROTOCOLS.has(attribute)) return JSON.stringify(protocolName(text));
  const document = parseDocument(text);
  if (document === undefined) return JSON.stringify(text);
  return isObject(document) && Object.hasOwn(document, 'Statement')
    ? canonicalPolicy(document)
    : canonicalDocument(document);
}

function canonicalList(list: readonly unknown[], attribute: string): string {
  if (list.length === 0) return '';
  const members = list.map((inner) => canonical(inner, '', isObject(inner)));
  return inOrder(members, attribute);
}

/** Inside a JSON document nothing is a block: only what is empty means nothing. */
function canonicalDocument(value: unknown, attribute = ''): string {
  if (Array.isArray(value)) {
    return value.length === 0
      ? ''
      : inOrder(
          value.map((inner) => canonicalDocument(inner)),
          attribute,
        );
  }
  return isObject(value) ? canonicalObject(value, canonicalDocument) : canonical(value, attribute);
}

function inOrder(members: readonly string[], attribute: string): string {
  return `[${(ORDERED.has(attribute) ? members : members.toSorted()).join(',')}]`;
}

function canonicalObject(value: JsonObject, inner: (value: unknown, key: string) => string): string {
  const members = Object.keys(value)
    .toSorted()
    .map((key) => [key, inner(value[key], key)] as const)
    .filter(([, text]) => text !== '');
  return members.length === 0 ? '' : `{${members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
}

/** IAM takes a value for a list of one, lists as sets, an account id for the ARN of its root, `*` for any AWS principal. */
function canonicalPolicy(value: unknown, key = ''): string {
  if (Array.isArray(value)) {
    const members = [...new Set(value.map((inner) => canonicalPolicy(inner, key)))].toSorted();
    return members.length === 1 ? (members[0] ?? '') : members.length === 0 ? '' : `[${members.join(',')}]`;
  }
  if (isObject(value)) return canonicalObject(value, canonicalPolicy);
  if (key === 'Principal' && value === '*') return canonicalPolicy({ AWS: '*' });
  if (key === 'AWS' && typeof value === 'string')
    return JSON.stringify(value.replace(/^arn:aws:iam::(\d{12}):root$/, '$1'));
  return value === null || value === undefined || value === '' ? '' : JSON.stringify(value);
}

function parseDocument(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
