import type { Assembly, StackAssembly } from '../../../terraform/assembly';
import { isObject, objectOf, textOf, type JsonObject } from '../../../terraform/json';
import { objectOfNodes, type Node } from '../node';
import { Resource, type ResourceData } from '../resource';
import { ResourceGraph } from '../resource-graph';
import { blocksByName, StackScope } from './stack-scope';

/** Reads the synthesized stacks of an environment; what one stack reads from another is followed to where it is made. */
export function loadAssembly(assembly: Pick<Assembly, 'stacks'>): ResourceGraph {
  const scopes = new Map<string, StackScope>();
  for (const stack of assembly.stacks) scopes.set(stack.name, new StackScope(stack, assembly, scopes));
  const resources = assembly.stacks.flatMap((stack) => {
    const scope = scopes.get(stack.name);
    return scope === undefined ? [] : resourcesOf(stack, scope);
  });
  return new ResourceGraph('synthesis', resources, assembly.stacks.flatMap(unseen));
}

function resourcesOf(stack: StackAssembly, scope: StackScope): readonly Resource[] {
  const { configuration, name } = stack;
  const of = (data: Omit<ResourceData, 'stack'>): Resource => new Resource({ stack: name, ...data });
  return [
    ...resourcesIn(configuration.resource, 'managed', scope),
    ...resourcesIn(configuration.data, 'data', scope),
    ...providersIn(configuration.provider, scope),
    ...Object.entries(objectOf(configuration.output)).map(
      ([output, body]) =>
        ({ address: `output.${output}`, type: 'output', mode: 'output', body: scope.node(body) }) as const,
    ),
    {
      address: 'terraform',
      type: 'terraform',
      mode: 'settings',
      body: scope.node(configuration.terraform ?? {}),
    } as const,
  ].map(of);
}

function resourcesIn(byType: unknown, mode: 'managed' | 'data', scope: StackScope): Omit<ResourceData, 'stack'>[] {
  const prefix = mode === 'data' ? 'data.' : '';
  return blocksByName(byType).flatMap(([type, named]) =>
    Object.entries(named).map(([name, block]) => {
      const { '//': remarks, ...settings } = bodyOf(block);
      const construct = textOf(objectOf(objectOf(remarks).metadata), 'path');
      return {
        address: `${prefix}${type}.${name}`,
        type,
        mode,
        body: withDynamicBlocks(scope, settings),
        remarks,
        ...(construct === undefined ? {} : { construct }),
      };
    }),
  );
}

/** A block written as a list counts as its members together. */
function bodyOf(block: unknown): JsonObject {
  return Array.isArray(block) ? (Object.assign({}, ...block.filter(isObject)) as JsonObject) : objectOf(block);
}

/** `dynamic` blocks stand among the others: what their content refers to counts, what iterates is not known. */
function withDynamicBlocks(scope: StackScope, { dynamic, ...settings }: JsonObject): Node {
  const body = scope.node(settings);
  if (dynamic === undefined || body.kind !== 'object') return body;
  const members = new Map(body.members);
  const entries = (Array.isArray(dynamic) ? dynamic.filter(isObject) : [objectOf(dynamic)]).flatMap(Object.entries);
  for (const [name, block] of entries as [string, unknown][]) {
    const contents = (Array.isArray(block) ? block : [block]).map((each) =>
      withDynamicBlocks(scope, objectOf(objectOf(each).content)),
    );
    const present = members.get(name);
    const others =
      present === undefined || present.kind === 'unset' ? [] : present.kind === 'list' ? present.items : [present];
    members.set(name, { kind: 'list', items: [...others, ...contents] });
  }
  return objectOfNodes(members);
}

function providersIn(providers: unknown, scope: StackScope): Omit<ResourceData, 'stack'>[] {
  return Object.entries(objectOf(providers)).flatMap(([name, blocks]) =>
    (Array.isArray(blocks) ? blocks : [blocks]).map((block) => {
      const alias = textOf(objectOf(block), 'alias');
      const address = `provider.${name}${alias === undefined ? '' : `.${alias}`}`;
      return { address, type: `provider.${name}`, mode: 'provider' as const, body: scope.node(block) };
    }),
  );
}

/** Modules are opened by `terraform init` only. */
function unseen({ name, configuration }: StackAssembly): readonly string[] {
  return Object.keys(objectOf(configuration.module)).map(
    (module) => `stack '${name}': module '${module}' is not judged before it is planned; check its plan with --plan`,
  );
}
