import type { Assembly, StackAssembly } from '../../../terraform/assembly';
import { isObject, objectOf, type JsonObject } from '../../../terraform/json';
import { remoteStates } from '../../../terraform/offline/remote-states';
import { computed, literal, nodeOf, type Node, UNSET } from '../node';
import type { Target } from '../target';
import { partsOf, traversals, wholeTraversal, type Step, type Traversal } from './expression';

/** Deeper than any configuration goes; ends circles of locals. */
const DEEPEST = 20;

/** Reads the texts of one synthesized stack; knows its resources, locals, variables, and the outputs of other stacks. */
export class StackScope {
  private readonly declared: ReadonlySet<string>;
  private readonly upstream: ReadonlyMap<string, string>;

  /** @param scopes the scopes of all stacks by name, this one included, filled before anything is read */
  constructor(
    private readonly stack: StackAssembly,
    assembly: Pick<Assembly, 'stacks'>,
    private readonly scopes: ReadonlyMap<string, StackScope>,
  ) {
    const { resource, data } = stack.configuration;
    this.declared = new Set([...addresses(resource, ''), ...addresses(data, 'data.')]);
    const states = remoteStates(stack, assembly).map(({ name, upstream }) => [name, upstream?.name] as const);
    this.upstream = new Map(states.filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  /** The node of a value of this stack's JSON. */
  node(value: unknown, depth = 0): Node {
    return nodeOf(value, (text) => this.text(text, depth));
  }

  /** The node of an output of this stack. */
  output(name: string, depth: number): Node {
    const block = objectOf(objectOf(this.stack.configuration.output)[name]);
    return block.value === undefined
      ? computed(`output '${name}' of stack '${this.stack.name}'`)
      : this.node(block.value, depth);
  }

  private text(text: string, depth: number): Node {
    const parts = partsOf(text);
    const [first] = parts;
    if (first === undefined) return UNSET;
    if (parts.every(({ kind }) => kind === 'text')) return literal(parts.map((part) => part.text).join(''));
    const whole = parts.length === 1 ? wholeTraversal(first.text) : undefined;
    const node = whole === undefined ? undefined : this.traversal(whole, depth);
    if (node !== undefined) return node;
    const expressions = parts.filter(({ kind }) => kind === 'expression');
    const found = expressions.flatMap((part) => traversals(part.text)).map((each) => this.traversal(each, depth));
    if (found.some((each) => each?.kind === 'sensitive')) return { kind: 'sensitive', targets: [] };
    const targets = found.flatMap((each) => (each !== undefined && 'targets' in each ? each.targets : []));
    if (targets.length === 0) return computed(`the expression '${shortened(expressions[0]?.text ?? '')}'`);
    return { kind: 'reference', targets, template: text };
  }

  /** What a traversal yields; undefined for a name that is no object of this stack, such as one bound by `for`. */
  private traversal({ root, steps }: Traversal, depth: number): Node | undefined {
    const [first = '', second = ''] = root.split('.');
    if (first === 'var') return this.variable(second);
    if (first === 'local') return this.local(second, steps, depth);
    if (!this.declared.has(root)) return undefined;
    if (second === 'terraform_remote_state') return this.remote(root, steps, depth);
    const target: Target = { stack: this.stack.name, address: root, type: first === 'data' ? second : first };
    const attribute = steps.find(({ name, bracketed }) => !bracketed && !/^(\d+|\*)$/.test(name));
    return {
      kind: 'reference',
      targets: [attribute === undefined ? target : { ...target, attribute: attribute.name }],
    };
  }

  private variable(name: string): Node {
    const declaration = objectOf(objectOf(this.stack.configuration.variable)[name]);
    return declaration.sensitive === true ? { kind: 'sensitive', targets: [] } : computed(`variable '${name}'`);
  }

  private local(name: string, steps: readonly Step[], depth: number): Node {
    const value = objectOf(this.stack.configuration.locals)[name];
    if (value === undefined || depth > DEEPEST) return computed(`local '${name}'`);
    return inside(this.node(value, depth + 1), steps);
  }

  private remote(address: string, steps: readonly Step[], depth: number): Node {
    const [outputs, output, ...rest] = steps;
    const state = address.slice('data.terraform_remote_state.'.length);
    const upstream = this.scopes.get(this.upstream.get(state) ?? '');
    if (upstream === undefined || outputs?.name !== 'outputs' || output === undefined || depth > DEEPEST) {
      return { kind: 'reference', targets: [{ stack: this.stack.name, address, type: 'terraform_remote_state' }] };
    }
    return inside(upstream.output(output.name, depth + 1), rest);
  }
}

/** Follows names and positions into a node. */
function inside(node: Node, steps: readonly Step[]): Node {
  return steps.reduce<Node>((inner, { name }) => {
    if (inner.kind === 'object') return inner.members.get(name) ?? UNSET;
    if (inner.kind === 'list') return name === '*' ? inner : (inner.items[Number(name)] ?? UNSET);
    return inner;
  }, node);
}

function addresses(byType: unknown, prefix: string): readonly string[] {
  return blocksByName(byType).flatMap(([type, named]) => Object.keys(named).map((name) => `${prefix}${type}.${name}`));
}

/** The members of a `resource` or `data` member, which JSON allows as object or list of objects. */
export function blocksByName(byType: unknown): readonly (readonly [string, JsonObject])[] {
  const objects = Array.isArray(byType) ? byType.filter(isObject) : [objectOf(byType)];
  return objects.flatMap((each) => Object.entries(each).map(([type, named]) => [type, merged(named)] as const));
}

function merged(named: unknown): JsonObject {
  return Array.isArray(named) ? (Object.assign({}, ...named.filter(isObject)) as JsonObject) : objectOf(named);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
