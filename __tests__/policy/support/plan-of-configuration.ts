import { isObject, objectOf, type JsonObject } from '../../../src/terraform/json';

/** Members that are maps: their keys are data, and they are no blocks. */
const MAPS = ['tags', 'tags_all', 'variables', 'labels', 'parameters', 'input'];

/** What a plan says nothing about, in a resource. */
const META = ['//', 'lifecycle', 'depends_on', 'provider', 'provisioner'];

interface Planned {
  readonly after?: unknown;
  readonly unknown?: unknown;
  readonly expression: unknown;
}

/**
 * Plans Terraform JSON for the first time, much as Terraform does: constants are known, a reference is known where it
 * reads a constant, anything else is known after apply, and every block is a list.
 */
export function planOfConfiguration(configuration: JsonObject): JsonObject {
  const given = declared(configuration.resource);
  // a plan without any resource is refused
  const resources = given.length > 0 ? given : declared({ terraform_data: { nothing: {} } });
  const planner = new Planner(configuration);
  const planned = resources.map(([type, name, body]) => ({ type, name, ...planner.resource(body) }));
  const outputs = Object.entries(objectOf(configuration.output)).map(([name, body]) => ({
    name,
    sensitive: objectOf(body).sensitive === true,
    ...planner.output(objectOf(body)),
  }));
  const providers = Object.entries(objectOf(configuration.provider)).map(([name, body]) => {
    const blocks: readonly unknown[] = Array.isArray(body) ? body : [body];
    return [name, { name, expressions: planner.body(objectOf(blocks[0])).expression }];
  });
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: {},
    resource_changes: planned.map(({ type, name, after, unknown }) => ({
      ...frame(type, name),
      change: {
        actions: ['create'],
        before: null,
        after,
        after_unknown: { id: true, arn: true, ...objectOf(unknown) },
        after_sensitive: {},
      },
    })),
    output_changes: Object.fromEntries(
      outputs.map(({ name, after = null, unknown = false, sensitive }) => [
        name,
        { actions: ['create'], before: null, after, after_unknown: unknown, after_sensitive: sensitive },
      ]),
    ),
    complete: true,
    errored: false,
    configuration: {
      provider_config: Object.fromEntries(providers) as JsonObject,
      root_module: {
        outputs: Object.fromEntries(
          outputs.map(({ name, sensitive, expression }) => [name, { sensitive, expression }]),
        ),
        resources: planned.map(({ type, name, expression }) => ({ ...frame(type, name), expressions: expression })),
      },
    },
  };
}

function frame(type: string, name: string): JsonObject {
  return { address: `${type}.${name}`, mode: 'managed', type, name };
}

function declared(resources: unknown): [string, string, JsonObject][] {
  return Object.entries(objectOf(resources)).flatMap(([type, named]) =>
    Object.entries(objectOf(named)).map(([name, body]): [string, string, JsonObject] => [type, name, objectOf(body)]),
  );
}

class Planner {
  constructor(private readonly configuration: JsonObject) {}

  resource(body: JsonObject): Planned {
    return this.body(Object.fromEntries(Object.entries(body).filter(([name]) => !META.includes(name))));
  }

  output({ value }: JsonObject): Planned {
    return this.attribute(value);
  }

  body(body: JsonObject): Planned {
    const planned = Object.entries(body).map(([name, value]) => [name, this.member(name, value)] as const);
    return {
      after: pick(planned, 'after'),
      unknown: pick(planned, 'unknown'),
      expression: pick(planned, 'expression'),
    };
  }

  private member(name: string, value: unknown): Planned {
    const list = (Array.isArray(value) ? value : [value]) as readonly unknown[];
    if (MAPS.includes(name) || !list.some(isObject)) return this.attribute(value);
    const blocks = list.filter(isObject).map((each) => this.body(each));
    return {
      after: blocks.map(({ after }) => after),
      unknown: blocks.map(({ unknown }) => unknown),
      expression: blocks.map(({ expression }) => expression),
    };
  }

  private attribute(value: unknown): Planned {
    const references = referencesIn(value);
    if (references.length === 0 && !hasExpression(value))
      return { after: value, expression: { constant_value: value } };
    const known = typeof value === 'string' ? this.constant(value) : undefined;
    return known === undefined
      ? { unknown: true, expression: { references } }
      : { after: known, expression: { references } };
  }

  /** The constant that a reference reads; undefined for anything more. */
  private constant(text: string): unknown {
    const [, type = '', name = '', attribute = ''] = /^\$\{([a-z]\w*)\.([\w-]+)\.(\w+)\}$/.exec(text) ?? [];
    const value = objectOf(objectOf(objectOf(this.configuration.resource)[type])[name])[attribute];
    return hasExpression(value) || isObject(value) ? undefined : (value ?? undefined);
  }
}

function pick(entries: readonly (readonly [string, Planned])[], part: keyof Planned): JsonObject {
  return Object.fromEntries(
    entries.filter(([, each]) => each[part] !== undefined).map(([name, each]) => [name, each[part]]),
  );
}

function hasExpression(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasExpression);
  if (isObject(value)) return Object.values(value).some(hasExpression);
  return typeof value === 'string' && value.includes('${');
}

/** Every reference, each with the shorter ones that Terraform lists after it. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (isObject(value)) return Object.values(value).flatMap(referencesIn);
  if (typeof value !== 'string') return [];
  const expressions = [...value.matchAll(/\$\{([^}]*)\}/g)].map(([, inner = '']) => inner);
  return expressions.flatMap((inner) =>
    [...inner.matchAll(/(?<![\w."])(?:data\.)?[a-z]\w*\.[\w-]+(?:\["[^"]*"\])?(?:\.\w+)*/g)].flatMap(([found]) => {
      const parts = found.split('.');
      const shortest = found.startsWith('data.') ? 3 : 2;
      return Array.from({ length: parts.length - shortest + 1 }, (_, cut) =>
        parts.slice(0, parts.length - cut).join('.'),
      );
    }),
  );
}
