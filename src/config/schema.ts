import type { SchemaObject } from 'ajv';

const LONGEST_EXAMPLE = 120;

/** A JSON Schema with a value as people write it, for messages. */
export type AnySchema = SchemaObject & { readonly examples: readonly [string] };

/** A schema of values of type T; T exists for the compiler only. */
export type Schema<T> = AnySchema & { readonly typed?: (value: T) => T };

/** A schema of a field that may be left out. */
export interface Optional<T> {
  readonly optional: Schema<T>;
}

/** One schema for each field of T, so that a field without one does not compile. */
export type Fields<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Optional<Exclude<T[K], undefined>> : Schema<T[K]>;
};

/** Text, with an example for messages. */
export function text(example: string): Schema<string> {
  return { type: 'string', examples: [`'${example}'`] };
}

/** A whole number, with an example for messages. */
export function integer(example: number): Schema<number> {
  return { type: 'integer', examples: [String(example)] };
}

/** A number, with an example for messages. */
export function number(example: number): Schema<number> {
  return { type: 'number', examples: [String(example)] };
}

export const boolean: Schema<boolean> = { type: 'boolean', examples: ['true'] };

/** One of a union of literals; naming each as a key lets the compiler see that none is missing. */
export function choice<T extends string>(values: Readonly<Record<T, true>>): Schema<T> {
  const [first, ...others] = Object.keys(values);
  return { enum: [first, ...others], examples: [`'${first}'`] };
}

export function list<T>(items: Schema<T>): Schema<readonly T[]> {
  return { type: 'array', items, examples: [`[${items.examples[0]}]`] };
}

/** Text under any key. */
export function texts(example: string): Schema<Readonly<Record<string, string>>> {
  return {
    type: 'object',
    additionalProperties: { type: 'string', examples: [`'text'`] },
    examples: [example],
  };
}

export function optional<T>(schema: Schema<T>): Optional<T> {
  return { optional: { ...schema, $comment: 'optional' } };
}

/** An object with these fields and no others. */
export function object<T>(fields: Fields<T>): Schema<T> {
  const entries = Object.entries(fields as Readonly<Record<string, AnySchema | Optional<unknown>>>);
  const required = entries.flatMap(([key, field]) => (isOptional(field) ? [] : [{ key, schema: field }]));
  return {
    type: 'object',
    required: required.map(({ key }) => key),
    properties: Object.fromEntries(entries.map(([key, field]) => [key, isOptional(field) ? field.optional : field])),
    additionalProperties: false,
    examples: [objectExample(required.map(({ key, schema }) => `${key}: ${schema.examples[0]}`))],
  };
}

/** A literal that tells the members of a union of objects apart. */
export function tag<T extends string>(value: T): Schema<T> {
  return { const: value, examples: [`'${value}'`] };
}

/** A union of objects that their field `type` tells apart; `usual` names the member to show as an example. */
export function variants<T extends { readonly type: string }>(
  usual: T['type'],
  members: { readonly [K in T['type']]: Schema<Extract<T, { readonly type: K }>> },
): Schema<T> {
  return {
    type: 'object',
    discriminator: { propertyName: 'type' },
    oneOf: Object.values(members),
    examples: members[usual].examples,
  };
}

/** All fields of a small object, the first two of a large one. */
function objectExample(fields: readonly string[]): string {
  const whole = `{ ${fields.join(', ')} }`;
  return whole.length <= LONGEST_EXAMPLE ? whole : `{ ${fields.slice(0, 2).join(', ')}, … }`;
}

function isOptional(field: AnySchema | Optional<unknown>): field is Optional<unknown> {
  return 'optional' in field;
}
