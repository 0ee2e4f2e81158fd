import type { SchemaObject } from 'ajv';

const LONGEST_EXAMPLE = 120;

/** A JSON Schema of values of type T; T exists for the compiler only. */
export type Schema<T> = SchemaObject & { readonly typed?: (value: T) => T };

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
  return { enum: Object.keys(values) };
}

export function list<T>(items: Schema<T>): Schema<readonly T[]> {
  return { type: 'array', items, examples: [`[${exampleOf(items) ?? ''}]`] };
}

/** Text under any key. */
export function texts(example: string): Schema<Readonly<Record<string, string>>> {
  return {
    type: 'object',
    required: [],
    additionalProperties: { type: 'string', examples: [`'text'`] },
    examples: [example],
  };
}

export function optional<T>(schema: Schema<T>): Optional<T> {
  return { optional: { ...schema, $comment: 'optional' } };
}

/** An object with these fields and no others. */
export function object<T>(fields: Fields<T>): Schema<T> {
  const entries = Object.entries(fields as Readonly<Record<string, Schema<unknown> | Optional<unknown>>>);
  const required = entries.filter(([, field]) => !isOptional(field)).map(([key]) => key);
  const properties = Object.fromEntries(
    entries.map(([key, field]) => [key, isOptional(field) ? field.optional : field]),
  );
  const example = objectExample(required.map((key) => `${key}: ${exampleOf(properties[key] ?? {}) ?? '…'}`));
  return { type: 'object', required, properties, additionalProperties: false, examples: [example] };
}

/** A literal that tells the members of a union of objects apart. */
export function tag<T extends string>(value: T): Schema<T> {
  return { const: value, examples: [`'${value}'`] };
}

/** A union of objects that their field `type` tells apart. */
export function variants<T extends { readonly type: string }>(members: {
  readonly [K in T['type']]: Schema<Extract<T, { readonly type: K }>>;
}): Schema<T> {
  const schemas = Object.values<SchemaObject>(members);
  return {
    type: 'object',
    discriminator: { propertyName: 'type' },
    oneOf: schemas,
    examples: [exampleOf(schemas[0] ?? {}) ?? ''],
  };
}

/** A value as a person would write it. */
export function exampleOf(schema: SchemaObject): string | undefined {
  const { examples, enum: values } = schema as { examples?: string[]; enum?: string[] };
  return examples?.[0] ?? (values?.[0] === undefined ? undefined : `'${values[0]}'`);
}

/** All fields of a small object, the first two of a large one. */
function objectExample(fields: readonly string[]): string {
  const whole = `{ ${fields.join(', ')} }`;
  return whole.length <= LONGEST_EXAMPLE ? whole : `{ ${fields.slice(0, 2).join(', ')}, … }`;
}

function isOptional(field: Schema<unknown> | Optional<unknown>): field is Optional<unknown> {
  return 'optional' in field;
}
