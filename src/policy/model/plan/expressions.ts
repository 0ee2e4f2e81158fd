import { isObject, textsOf, type JsonObject } from '../../../terraform/json';
import { objectsIn } from './read-plan';

/** What the configuration says at one place; a plan tells references but no text. */
export interface Expressions {
  /** Expressions and block bodies that may be the ones of this place; several where a plan does not tell which. */
  readonly candidates: readonly unknown[];
  /** Whether the absence of an expression proves that nobody set the place. */
  readonly sure: boolean;
}

/** The expressions of a member of a block. */
export function memberOf({ candidates, sure }: Expressions, name: string): Expressions {
  const attributes = candidates.filter(isAttribute);
  const found = candidates.filter((each) => isObject(each) && !isAttribute(each) && Object.hasOwn(each, name));
  return { candidates: [...attributes, ...found.map((each) => (each as JsonObject)[name])], sure };
}

/**
 * The expressions of one block of several.
 *
 * A plan does not tell which body became which block: sets lose their order, and `dynamic` blocks have no body at all.
 * Bodies whose constants contradict the block are left out.
 */
export function itemOf({ candidates, sure }: Expressions, item: unknown, count: number): Expressions {
  const attributes = candidates.filter((each) => !Array.isArray(each));
  const bodies = candidates.filter(Array.isArray).flatMap((each) => objectsIn(each));
  if (bodies.length === 0) return { candidates: attributes, sure: sure && attributes.length > 0 };
  const fitting = bodies.filter((body) => fits(body, item));
  return { candidates: fitting.length === 0 ? bodies : fitting, sure: sure && bodies.length === count };
}

/** Texts of everything that the expressions refer to, the most particular ones only. */
export function referencesOf({ candidates }: Expressions): readonly string[] {
  const all = [...new Set(candidates.flatMap(referencesBelow))];
  return all.filter((text) => !all.some((other) => other.startsWith(`${text}.`) || other.startsWith(`${text}[`)));
}

function referencesBelow(expression: unknown): readonly string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesBelow);
  if (!isObject(expression)) return [];
  if (isAttribute(expression)) return textsOf(expression.references);
  return Object.values(expression).flatMap(referencesBelow);
}

/** An attribute's expression, as against the body of a block. */
function isAttribute(expression: unknown): expression is JsonObject {
  return isObject(expression) && (Array.isArray(expression.references) || Object.hasOwn(expression, 'constant_value'));
}

function fits(body: JsonObject, item: unknown): boolean {
  if (!isObject(item)) return true;
  return Object.entries(body).every(([name, expression]) => {
    const constant = isObject(expression) ? expression.constant_value : undefined;
    const value = item[name];
    return !isScalar(value) || !isScalar(constant) || String(value) === String(constant);
  });
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
