import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackAssembly } from '../../src/terraform/assembly';
import { isObject, objectOf, textOf, type JsonObject } from '../../src/terraform/json';

/** What every stack has for its own workspace; the one state is planned in `default`. */
const GUARD = 'WorkspaceGuard';

/** What a stack's outputs are, as expressions without `${}`. */
function outputExpressions({ configuration }: StackAssembly): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(objectOf(configuration['output'])).flatMap(([name, output]) => {
      const value = textOf(objectOf(output), 'value') ?? '';
      return /^\$\{.*\}$/s.test(value) ? [[name, value.slice(2, -1)] as const] : [];
    }),
  );
}

/** The stack's resources with references to other stacks turned into references inside one state. */
function resourcesOf(stack: StackAssembly, all: readonly StackAssembly[]): JsonObject {
  const expressions = new Map(all.flatMap((each) => [...outputExpressions(each)]));
  const text = JSON.stringify(stack.configuration['resource']);
  const inlined = text.replaceAll(/data\.terraform_remote_state\.[\w-]+\.outputs\.([\w-]+)/g, (whole, name: string) => {
    const expression = expressions.get(name);
    return expression === undefined ? whole : JSON.stringify(expression).slice(1, -1);
  });
  return JSON.parse(inlined) as JsonObject;
}

/**
 * Writes one stack that holds the resources of all, in one state, and returns its folder.
 *
 * @throws Error when two stacks have a resource of the same address
 */
export function writeOneState(stacks: readonly StackAssembly[], folder: string): string {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const stack of stacks) {
    for (const [type, named] of Object.entries(resourcesOf(stack, stacks))) {
      for (const [name, body] of Object.entries(isObject(named) ? named : {})) {
        if (name === GUARD) continue;
        const known = (resource[type] ??= {});
        if (name in known) throw new Error(`'${type}.${name}' is in two stacks; rename one`);
        known[name] = body;
      }
    }
  }
  const [first] = stacks;
  const terraform = { ...objectOf(first?.configuration['terraform']), backend: { local: {} } };
  const provider = first?.configuration['provider'];
  return writeStack(folder, { terraform, provider, resource });
}

/** Writes a stack of a single VPC, with the settings of another, and returns its folder: what no plan can be faster than. */
export function writeSmallest({ configuration }: StackAssembly, folder: string): string {
  const { terraform, provider } = configuration;
  const resource = { aws_vpc: { only: { cidr_block: '10.0.0.0/16' } } };
  return writeStack(folder, { terraform: { ...objectOf(terraform), backend: { local: {} } }, provider, resource });
}

function writeStack(folder: string, configuration: JsonObject): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(configuration));
  return folder;
}
