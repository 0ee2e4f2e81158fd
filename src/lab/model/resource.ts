import type { Assembly, StackAssembly } from '../../terraform/assembly';
import { isObject, objectOf, type JsonObject } from '../../terraform/json';

/** A resource of one of the synthesized stacks. */
export interface Resource {
  readonly stack: StackAssembly;
  readonly type: string;
  /** Name in the configuration. */
  readonly id: string;
  readonly block: JsonObject;
}

/** `stack: type.id`, as messages name it. */
export function addressOf({ stack, type, id }: Resource): string {
  return `${stack.name}: ${type}.${id}`;
}

/** Every resource of a type, in the order of the stacks. */
export function resourcesOf(assembly: Pick<Assembly, 'stacks'>, type: string): Resource[] {
  return assembly.stacks.flatMap((stack) =>
    Object.keys(objectOf(objectOf(stack.configuration.resource)[type])).flatMap(
      (id) => resourceOf(stack, type, id) ?? [],
    ),
  );
}

/** One resource of a stack; undefined when the stack has none of that name. */
export function resourceOf(stack: StackAssembly, type: string, id: string): Resource | undefined {
  const block = first(objectOf(objectOf(stack.configuration.resource)[type])[id]);
  return isObject(block) ? { stack, type, id, block } : undefined;
}

/** What lies at a path of names and indexes; a block that is written as a list of one counts as that one. */
export function within(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((current, step) => {
    if (typeof step === 'number') return Array.isArray(current) ? (current as unknown[])[step] : undefined;
    const block = first(current);
    return isObject(block) ? block[step] : undefined;
  }, value);
}

function first(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value;
}
