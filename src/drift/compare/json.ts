import { isObject, type JsonObject } from '../../terraform/json';

/** The members of a list that are objects; empty for anything that is no list. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The members of a list that are non-empty strings; empty for anything that is no list. */
export function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((member): member is string => typeof member === 'string' && member !== '')
    : [];
}

/** A member of an object by its own name, never one inherited from the prototype. */
export function member(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
