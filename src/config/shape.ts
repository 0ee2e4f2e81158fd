import type { ErrorObject, SchemaObject } from 'ajv';
import { alternatives, printed, quoted } from './printed';
import { problem, type Problem } from './problem';
import type { AnySchema } from './schema';
import { validateShape } from './shape-validator';
import { closest } from '../core/suggestion';

/** What is wrong with the shape of a value. */
export interface ShapeFindings {
  readonly problems: readonly Problem[];
  /** JSON pointers to the parts whose shape is wrong; nothing may read these. */
  readonly broken: ReadonlySet<string>;
}

const TYPE_NAMES = {
  string: 'text in quotes',
  integer: 'a whole number without quotes',
  number: 'a number without quotes',
  boolean: 'true or false without quotes',
  array: 'a list in [brackets]',
  object: 'an object in {braces}',
};

/** Compares plain data with the shape of an environment: types, missing fields and unknown ones. */
export function checkShape(value: unknown): ShapeFindings {
  if (validateShape(value)) return { problems: [], broken: new Set() };
  // `if` and `oneOf` only repeat what the errors inside them say
  const errors = (validateShape.errors as ErrorObject[]).filter(
    ({ keyword }) => keyword !== 'if' && keyword !== 'oneOf',
  );
  const misspelled = new Set(errors.map(misspelling).filter((pointer) => pointer !== undefined));
  return {
    problems: errors.filter((error) => !misspelled.has(pointerOf(error))).map(toProblem),
    broken: new Set(errors.map(pointerOf)),
  };
}

/** The required field that an unknown one was probably meant to be: one mistake, so it is reported once. */
function misspelling(error: ErrorObject): string | undefined {
  if (error.keyword !== 'additionalProperties') return undefined;
  const meant = meantBy(error);
  return meant !== undefined && !Object.hasOwn(error.data as object, meant)
    ? `${error.instancePath}/${meant}`
    : undefined;
}

function meantBy({ params, parentSchema }: ErrorObject): string | undefined {
  const { additionalProperty } = params as { additionalProperty: string };
  return closest(additionalProperty, Object.keys((parentSchema as SchemaObject)['properties'] as object));
}

function toProblem(error: ErrorObject): Problem {
  const field = fieldOf(error);
  if (error.keyword === 'required') return missing(field, error);
  if (error.keyword === 'additionalProperties') return unknownField(field, error);
  if (error.keyword === 'type') return wrongType(field, error);
  return wrongChoice(field, error);
}

function missing(field: string, { params, parentSchema }: ErrorObject): Problem {
  const { missingProperty } = params as { missingProperty: string };
  const { [missingProperty]: schema } = (parentSchema as { properties: Record<string, AnySchema> }).properties;
  return problem(
    field,
    'must be given',
    undefined,
    `add it, for example ${missingProperty}: ${(schema as AnySchema).examples[0]}`,
  );
}

function unknownField(field: string, error: ErrorObject): Problem {
  const { additionalProperty } = error.params as { additionalProperty: string };
  const { properties } = error.parentSchema as { properties: object };
  const meant = meantBy(error);
  const known = Object.keys(properties)
    .map((key) => `'${key}'`)
    .join(', ');
  const value = (error.data as Record<string, unknown>)[additionalProperty];
  const fix = meant === undefined ? `remove it (known here: ${known})` : `did you mean '${meant}'`;
  return problem(field, 'must be a known field', value, fix);
}

function wrongType(field: string, { data, parentSchema, params }: ErrorObject): Problem {
  const { type } = params as { type: keyof typeof TYPE_NAMES };
  const { $comment, examples } = parentSchema as AnySchema;
  const leaveOut = $comment === 'optional' ? 'leave it out or ' : '';
  return problem(field, `must be ${TYPE_NAMES[type]}`, data, `${leaveOut}write it like ${examples[0]}`);
}

/** A value outside its list of literals, or an object whose `type` names no member of its union. */
function wrongChoice(field: string, { keyword, data, params, parentSchema }: ErrorObject): Problem {
  const allowed =
    keyword === 'discriminator'
      ? stateTypes(parentSchema as SchemaObject)
      : (params as { allowedValues: string[] }).allowedValues;
  const value = keyword === 'discriminator' ? (params as { tagValue: unknown }).tagValue : data;
  const meant = typeof value === 'string' ? closest(value, allowed) : undefined;
  const fix = meant === undefined ? 'write one of them' : `did you mean '${meant}'`;
  return problem(field, `must be ${alternatives(allowed)}`, value, fix);
}

function stateTypes(schema: SchemaObject): string[] {
  const members = schema['oneOf'] as { properties: { type: { const: string } } }[];
  return members.map(({ properties }) => properties.type.const);
}

/** JSON pointer to the part an error is about: for a missing or unknown field, that field and not the object around it. */
function pointerOf({ instancePath, keyword, params }: ErrorObject): string {
  const { missingProperty, additionalProperty } = params as { missingProperty?: string; additionalProperty?: string };
  if (keyword === 'discriminator') return `${instancePath}/type`;
  const key = missingProperty ?? additionalProperty;
  return key === undefined ? instancePath : `${instancePath}/${escapePointer(key)}`;
}

/** Escapes a key for a JSON pointer (RFC 6901). */
export function escapePointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}

function fieldOf(error: ErrorObject): string {
  const keys = pointerOf(error)
    .split('/')
    .slice(1)
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
  return keys.length === 0 ? 'environment' : keys.map(segment).join('').replace(/^\./, '');
}

/** A key as it is written behind an object: `.name`, `[0]` or `["odd key"]`. */
export function segment(key: string): string {
  if (/^\d{1,9}$/.test(key)) return `[${printed(Number(key))}]`;
  return /^[A-Za-z_][\w-]*$/.test(key) && key.length <= 40 ? `.${key}` : `[${quoted(key)}]`;
}
