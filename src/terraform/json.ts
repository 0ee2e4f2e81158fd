import { readFileSync } from 'node:fs';
import { messageOf, UserError } from '../core/errors';

/** An object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is an object, otherwise an empty one. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The member when it is a text, otherwise undefined. */
export function textOf(object: JsonObject, member: string): string | undefined {
  const value = object[member];
  return typeof value === 'string' ? value : undefined;
}

/** The texts in a list; anything else is left out. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** The object in a JSON text, or undefined when the text is cut off, no JSON or no object. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads a file that holds one JSON object.
 *
 * @throws UserError when the file can't be read or holds something else; `wayOut` ends the message
 */
export function readJsonFile(path: string, wayOut: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UserError(`'${path}' cannot be read: ${messageOf(error)}; ${wayOut}`);
  }
  if (!isObject(value)) throw new UserError(`'${path}' must hold a JSON object; ${wayOut}`);
  return value;
}
