import { isObject, type JsonObject } from '../../../src/terraform/json';
import type { Guarded } from '../support/collected-guards';
import type { StackConfigurations } from '../proofs/support/environment-stacks';

/** One attribute of one resource set to a value that a rule calls weak, or the resource taken away. */
export interface Weakening {
  readonly rule: Guarded['rule'];
  readonly stack: string;
  readonly type: string;
  readonly name: string;
  /** Path of the attribute; empty where the resource is taken away. */
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Every weakening that the guards of rules mean for the resources that stacks have. */
export function weakeningsOf(stacks: StackConfigurations, guarded: readonly Guarded[]): readonly Weakening[] {
  return guarded.flatMap(({ rule, guards }) =>
    Object.entries(guards).flatMap(([guard, values]) => {
      const [type = '', fixture, ...attribute] = guard.split('.');
      if (fixture === undefined) return [];
      return resourcesOf(stacks, type).flatMap(({ stack, name, body }) =>
        pathsTo(body, attribute).flatMap((path) =>
          values
            .filter((value) => isMeantFor(valueAt(body, path), value, attribute.length === 0))
            .map((value): Weakening => ({ rule, stack, type, name, path, value })),
        ),
      );
    }),
  );
}

/** The stacks with one weakening. */
export function weakened(
  stacks: StackConfigurations,
  { stack, type, name, path, value }: Weakening,
): StackConfigurations {
  return { ...stacks, [stack]: replaced(stacks[stack], ['resource', type, name, ...path], value) as JsonObject };
}

/** The resource with one weakening; empty when it is taken away. */
export function weakenedResource(stacks: StackConfigurations, weakening: Weakening): JsonObject {
  const { stack, type, name } = weakening;
  return (valueAt(weakened(stacks, weakening)[stack], ['resource', type, name]) ?? {}) as JsonObject;
}

/** What a weakening is called in reports. */
export function nameOfWeakening({ rule, stack, type, name, path, value }: Weakening): string {
  const what = path.length === 0 ? 'taken away' : `${path.join('.')} = ${JSON.stringify(value) ?? 'nothing'}`;
  return `${rule.id} ${stack}/${type}.${name} ${what}`;
}

function resourcesOf(stacks: StackConfigurations, type: string) {
  return Object.entries(stacks).flatMap(([stack, json]) => {
    const named = (json.resource as Readonly<Record<string, Record<string, unknown>>> | undefined)?.[type] ?? {};
    return Object.entries(named).map(([name, body]) => ({ stack, name, body }));
  });
}

/** Where an attribute stands or could: blocks are written as an object or as a list, and then each of them counts. */
function pathsTo(inside: unknown, [name, ...rest]: readonly string[]): readonly (readonly string[])[] {
  if (name === undefined) return [[]];
  if (Array.isArray(inside)) {
    const others = /^\d+$/.test(name) ? rest : [name, ...rest];
    return inside.flatMap((each, index) => pathsTo(each, others).map((path) => [String(index), ...path]));
  }
  if (!isObject(inside)) return [];
  if (/^\d+$/.test(name)) return pathsTo(inside, rest);
  if (rest.length > 0 && !(name in inside)) return [];
  return pathsTo(inside[name], rest).map((path) => [name, ...path]);
}

/** A guard of a fixture says something of a real resource when it changes it and needs nothing of the fixture. */
function isMeantFor(present: unknown, value: unknown, removal: boolean): boolean {
  if (removal) return value === undefined;
  const [before, after] = [present, value].map((each) => JSON.stringify(each) ?? 'nothing');
  return before !== after && after?.includes('${') === false;
}

function valueAt(inside: unknown, path: readonly string[]): unknown {
  return path.reduce((each, name) => (each as Readonly<Record<string, unknown>> | undefined)?.[name], inside);
}

function replaced(inside: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const inner = (each: unknown): unknown => (rest.length === 0 ? value : replaced(each, rest, value));
  if (Array.isArray(inside)) {
    return inside.flatMap((each: unknown, index) => {
      const changed = String(index) === name ? inner(each) : each;
      return changed === undefined ? [] : [changed];
    });
  }
  const copy = { ...(inside as Record<string, unknown>) };
  const changed = inner(copy[name]);
  if (changed === undefined) delete copy[name];
  else copy[name] = changed;
  return copy;
}
