/** Longer lists fit no field; copying them would only cost memory. */
const LONGEST_LIST = 1000;

/**
 * Copies plain data once, so that getters and later changes can't alter what was checked.
 *
 * Everything that is not plain data (dates, maps, instances of classes, functions) becomes a symbol that says what it
 * is: no field accepts symbols. Fields set to `undefined` count as left out.
 */
export function plainCopy(value: unknown, copies = new Map<object, unknown>()): unknown {
  if (typeof value === 'function') return Symbol('a function');
  if (typeof value !== 'object' || value === null) return value;
  if (copies.has(value)) return copies.get(value);
  if (Array.isArray(value)) return copyList(value, copies);
  return isPlain(value) ? copyObject(value, copies) : Symbol(`an object of class ${classOf(value)}`);
}

/** Freezes plain data to its leaves. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

function copyList(list: readonly unknown[], copies: Map<object, unknown>): unknown {
  if (list.length > LONGEST_LIST) return Symbol(`a list of ${list.length} items`);
  const copy: unknown[] = [];
  copies.set(list, copy);
  for (let index = 0; index < list.length; index += 1) copy.push(plainCopy(list[index], copies));
  return copy;
}

function copyObject(object: object, copies: Map<object, unknown>): unknown {
  const copy = {};
  copies.set(object, copy);
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    // defined, not assigned: assigning to `__proto__` would change the copy's class
    Object.defineProperty(copy, key, {
      value: plainCopy(value, copies),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return copy;
}

/** True for object literals, of this realm or another. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function classOf(value: object): string {
  const { constructor } = value;
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'unknown';
}
