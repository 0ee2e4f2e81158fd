import { createHash } from 'node:crypto';
import { UserError } from '../../core/errors';
import type { Assembly, StackAssembly } from '../../terraform/assembly';
import { isObject, objectOf, textOf } from '../../terraform/json';
import type { PlaceholderSeed } from '../../terraform/offline/placeholder-arn';
import { remoteStates } from '../../terraform/offline/remote-states';
import { parseTemplate, UnknownSyntax, type Expression } from './expression';
import { FUNCTIONS } from './expression-functions';
import { labAttribute } from './lab-attributes';
import { addressOf, resourceOf, within, type Resource } from './resource';

/** For what account, region and workspace values are made. */
export interface LabPlace {
  readonly accountId: string;
  readonly region: string;
  readonly workspace: string;
}

type Path = readonly (string | number)[];

/** Where an expression stands: names inside it belong to the stack, messages name the reader. */
interface Scope {
  readonly stack: StackAssembly;
  readonly reader: string;
  readonly steps: number;
}

/** Attributes that hold a resource's own name, best first. */
const NAMES = ['name', 'identifier', 'bucket', 'function_name', 'domain_name', 'creation_token', 'name_prefix'];
const MOST_STEPS = 50;
const WAY_OUT = 'give it a literal value in the stack, or leave it out of the lab';

/** Values of synthesized attributes, through references within a stack and across stacks. */
export class Resolver {
  constructor(
    private readonly assembly: Pick<Assembly, 'stacks'>,
    private readonly place: LabPlace,
  ) {}

  /**
   * The value of an attribute, as Terraform would know it after an apply; undefined when it is not configured.
   *
   * @throws UserError when it depends on something that the lab has no value for
   */
  value(resource: Resource, path: Path): unknown {
    return this.evaluate(within(resource.block, path), {
      stack: resource.stack,
      reader: `${addressOf(resource)}.${path.join('.')}`,
      steps: 0,
    });
  }

  /** An attribute of a resource whether configured or chosen by AWS. */
  attribute(resource: Resource, name: string): unknown {
    return this.attributeAt(resource, [name], { stack: resource.stack, reader: addressOf(resource), steps: 0 });
  }

  /** The resource that an attribute refers to; undefined when it holds anything else than one reference. */
  target(resource: Resource, path: Path): Resource | undefined {
    return this.followed(within(resource.block, path), resource.stack);
  }

  /** The resources that the members of a list refer to. */
  targets(resource: Resource, path: Path): Resource[] {
    const list = within(resource.block, path);
    return Array.isArray(list) ? list.flatMap((each) => this.followed(each, resource.stack) ?? []) : [];
  }

  private followed(text: unknown, stack: StackAssembly): Resource | undefined {
    if (typeof text !== 'string') return undefined;
    const expression = parse(text, stack.name);
    if (expression.kind !== 'reference') return undefined;
    const [root, name] = expression.path;
    if (root !== 'data') return resourceOf(stack, String(root), String(name));
    const { upstream, value } = this.upstreamOutput(expression.path, { stack, reader: stack.name, steps: 0 });
    return this.followed(value, upstream);
  }

  private evaluate(value: unknown, scope: Scope): unknown {
    const deeper = { ...scope, steps: scope.steps + 1 };
    if (scope.steps > MOST_STEPS) throw new UserError(`'${scope.reader}' refers to itself; ${WAY_OUT}`);
    if (Array.isArray(value)) return value.map((each) => this.evaluate(each, deeper));
    if (isObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.evaluate(each, deeper)]));
    }
    return typeof value === 'string' ? this.expression(parse(value, scope.reader), deeper) : value;
  }

  private expression(expression: Expression, scope: Scope): unknown {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'list':
        return expression.items.map((item) => this.expression(item, scope));
      case 'template':
        return expression.parts.map((part) => String(this.expression(part, scope))).join('');
      case 'call': {
        const call = FUNCTIONS[expression.name];
        if (call === undefined) {
          throw new UserError(`'${scope.reader}' calls '${expression.name}', which the lab does not know; ${WAY_OUT}`);
        }
        return call(...expression.arguments.map((each) => this.expression(each, scope)));
      }
      case 'reference':
        return this.reference(expression.path, scope);
    }
  }

  private reference(path: Path, scope: Scope): unknown {
    const [root, name, ...rest] = path;
    if (root === 'terraform' && name === 'workspace') return this.place.workspace;
    if (root === 'data') {
      const { upstream, value, rest: inner } = this.upstreamOutput(path, scope);
      return within(this.evaluate(value, { ...scope, stack: upstream }), inner);
    }
    const resource = resourceOf(scope.stack, String(root), String(name));
    if (resource === undefined) throw this.unknown(path.join('.'), scope);
    return this.attributeAt(resource, rest, scope);
  }

  private upstreamOutput(path: Path, scope: Scope): { upstream: StackAssembly; value: unknown; rest: Path } {
    const [, type, state, outputs, name, ...rest] = path;
    const remote = remoteStates(scope.stack, this.assembly).find((each) => each.name === state);
    const upstream = type === 'terraform_remote_state' && outputs === 'outputs' ? remote?.upstream : undefined;
    const block = objectOf(upstream?.configuration.output)[String(name)];
    if (upstream === undefined || !isObject(block)) throw this.unknown(path.join('.'), scope);
    return { upstream, value: block.value, rest };
  }

  private attributeAt(resource: Resource, path: Path, scope: Scope): unknown {
    const [name, ...rest] = path;
    const inside = { ...scope, stack: resource.stack, steps: scope.steps + 1 };
    const configured = typeof name === 'string' ? resource.block[name] : undefined;
    if (configured !== undefined && configured !== null) return within(this.evaluate(configured, inside), rest);
    const read = (member: string): string | undefined => {
      const value: unknown = this.evaluate(resource.block[member], inside);
      return typeof value === 'string' ? value : undefined;
    };
    const chosen = within(labAttribute(resource.type, String(name), this.seed(resource, read), read), rest);
    if (chosen === undefined) throw this.unknown(`${addressOf(resource)}.${path.join('.')}`, scope);
    return chosen;
  }

  private seed(resource: Resource, read: (member: string) => string | undefined): PlaceholderSeed {
    const hex = createHash('sha256').update(`${resource.stack.name}/${resource.type}.${resource.id}`).digest('hex');
    const member = NAMES.find((each) => textOf(resource.block, each) !== undefined);
    const name = member === undefined ? undefined : read(member);
    return { ...this.place, name: name?.replace(/-$/, '') ?? `lab-${hex.slice(0, 8)}`, hex };
  }

  private unknown(what: string, { reader }: Scope): UserError {
    return new UserError(`the lab has no value for '${what}', which '${reader}' reads; ${WAY_OUT}`);
  }
}

function parse(text: string, reader: string): Expression {
  try {
    return parseTemplate(text);
  } catch (error) {
    if (!(error instanceof UnknownSyntax)) throw error;
    throw new UserError(
      `'${reader}' uses more of Terraform's language than the lab knows: ${error.message}; ${WAY_OUT}`,
    );
  }
}
