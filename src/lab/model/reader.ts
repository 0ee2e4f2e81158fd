import { UserError } from '../../core/errors';
import type { Assembly } from '../../terraform/assembly';
import { isObject } from '../../terraform/json';
import { addressOf, resourcesOf, type Resource } from './resource';
import type { Resolver } from './resolver';

type Path = readonly (string | number)[];

/** Typed questions to synthesized stacks; what is absent or of another type is the user's to put right. */
export class Reader {
  constructor(
    readonly assembly: Pick<Assembly, 'stacks'>,
    readonly resolver: Resolver,
  ) {}

  all(type: string): Resource[] {
    return resourcesOf(this.assembly, type);
  }

  /** The only resource of a type that holds true. */
  only(type: string, what: string, holds: (resource: Resource) => boolean = () => true): Resource {
    const [found, ...others] = this.all(type).filter(holds);
    if (found === undefined || others.length > 0) {
      const count = found === undefined ? 'none' : others.length + 1;
      throw new UserError(
        `the lab needs exactly one '${type}' as ${what}, got ${count}; add or remove one in the stacks`,
      );
    }
    return found;
  }

  /** The resource that an attribute refers to. */
  target(resource: Resource, path: Path, type: string): Resource {
    const target = this.resolver.target(resource, path);
    if (target?.type === type) return target;
    throw new UserError(
      `'${nameOf(resource, path)}' must refer to an '${type}' of these stacks, got ` +
        `${target === undefined ? 'something else' : `'${addressOf(target)}'`}; the lab has nothing that exists already`,
    );
  }

  optional(resource: Resource, ...path: Path): unknown {
    return this.resolver.value(resource, path) ?? undefined;
  }

  text(resource: Resource, ...path: Path): string {
    const value = this.optionalText(resource, ...path);
    if (value !== undefined) return value;
    throw new UserError(`'${nameOf(resource, path)}' must be a text or a number for the lab; set it in the stack`);
  }

  /** Undefined when it is not set, and for lists and blocks. */
  optionalText(resource: Resource, ...path: Path): string | undefined {
    const value = this.optional(resource, ...path);
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  }

  number(resource: Resource, ...path: Path): number {
    const value = Number(this.text(resource, ...path));
    if (Number.isFinite(value)) return value;
    throw new UserError(`'${nameOf(resource, path)}' must be a number, got '${value}'; synthesize again`);
  }

  truth(resource: Resource, ...path: Path): boolean {
    return this.optionalText(resource, ...path) === 'true';
  }

  texts(resource: Resource, ...path: Path): string[] {
    const value = this.optional(resource, ...path);
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** Blocks of one kind, whether written as one object or as a list. */
  blocks(resource: Resource, ...path: Path): Readonly<Record<string, unknown>>[] {
    const value = this.optional(resource, ...path);
    return (Array.isArray(value) ? value : [value]).filter(isObject);
  }

  /** An attribute that only AWS knows, such as an id. */
  attribute(resource: Resource, name: string): string {
    return String(this.resolver.attribute(resource, name));
  }
}

function nameOf(resource: Resource, path: Path): string {
  return `${addressOf(resource)}.${path.join('.')}`;
}
