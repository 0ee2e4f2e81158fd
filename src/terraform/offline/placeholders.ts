import { createHash } from 'node:crypto';
import type { Assembly, StackAssembly } from '../assembly';
import { plannedImportId } from '../recovery/import-ids';
import { isObject, objectOf, textOf, type JsonObject } from '../json';
import type { PlaceholderSeed } from './placeholder-arn';
import { placeholderAttribute } from './placeholder-attribute';
import { remoteStates } from './remote-states';

/** Account and region that placeholders are made for. */
export interface PlaceholderPlace {
  readonly accountId: string;
  readonly region: string;
}

/** Attributes that hold an object's own name, best first. */
const NAMES = [
  'name',
  'identifier',
  'bucket',
  'function_name',
  'alarm_name',
  'domain_name',
  'creation_token',
  'cluster_id',
];
const MOST_STEPS = 20;
const REFERENCE = /^(data\.terraform_remote_state\.[\w-]+\.outputs(?:\.[\w-]+|\["[^"]+"\])|[a-z]\w*\.[\w-]+)(.*)$/s;

/**
 * Values for the outputs of a stack that has not been applied: what its configuration says where it says it, otherwise
 * made-up values that have the kind and form of AWS's own, the same at every run.
 */
export function placeholderOutputs(
  stack: StackAssembly,
  assembly: Pick<Assembly, 'stacks'>,
  place: PlaceholderPlace,
): Record<string, unknown> {
  const outputs = Object.entries(objectOf(stack.configuration.output));
  const evaluator = new Evaluator(stack, assembly, place);
  return Object.fromEntries(outputs.map(([name, block]) => [name, evaluator.value(objectOf(block).value, name, 0)]));
}

class Evaluator {
  constructor(
    private readonly stack: StackAssembly,
    private readonly assembly: Pick<Assembly, 'stacks'>,
    private readonly place: PlaceholderPlace,
  ) {}

  value(expression: unknown, name: string, steps: number): unknown {
    if (steps > MOST_STEPS) return `placeholder-${name}`;
    if (Array.isArray(expression)) return expression.map((each) => this.value(each, name, steps + 1));
    if (isObject(expression)) {
      return Object.fromEntries(
        Object.entries(expression).map(([key, each]) => [key, this.value(each, name, steps + 1)]),
      );
    }
    if (typeof expression !== 'string') return expression;
    const whole = /^\$\{([^}]*)\}$/s.exec(expression);
    if (whole !== null) return this.interpolation(whole[1] ?? '', name, steps);
    return expression.replace(/\$\{([^}]*)\}/g, (_, inner: string) => String(this.interpolation(inner, name, steps)));
  }

  /** A reference, or a function of one: then the reference stands for the result. */
  private interpolation(expression: string, name: string, steps: number): unknown {
    const text = expression.trim();
    const inner =
      /(?:data\.terraform_remote_state\.[\w-]+\.outputs(?:\.[\w-]+|\["[^"]+"\])|aws_\w+\.[\w-]+)[\w.[\]"*-]*/.exec(
        text,
      )?.[0];
    const match = REFERENCE.exec(text.startsWith('data.') || text.startsWith('aws_') ? text : (inner ?? ''));
    const [, object, path = ''] = match ?? [];
    if (object === undefined) return `placeholder-${name}`;
    if (object.startsWith('data.terraform_remote_state.')) return this.upstream(object, name);
    const segments = path.split(/[.[\]"]+/).filter((segment) => segment !== '');
    return this.attribute(object, segments, name, steps);
  }

  private upstream(reference: string, name: string): unknown {
    const [, remote = '', output = ''] =
      /^data\.terraform_remote_state\.([\w-]+)\.outputs(?:\.|\[")([\w-]+)/.exec(reference) ?? [];
    const upstream = remoteStates(this.stack, this.assembly).find((state) => state.name === remote)?.upstream;
    if (upstream === undefined) return `placeholder-${name}`;
    const evaluator = new Evaluator(upstream, this.assembly, this.place);
    const block = objectOf(objectOf(upstream.configuration.output)[output]);
    return evaluator.value(block.value, output, 1);
  }

  private attribute(object: string, path: readonly string[], name: string, steps: number): unknown {
    const [type = '', id = ''] = object.split('.');
    const block = this.block(type, id);
    const names = path.filter((segment) => !/^(\d+|\*)$/.test(segment));
    const attribute = names.at(-1);
    const configured = path.length === 1 ? block[path[0] ?? ''] : undefined;
    if (configured !== undefined && configured !== null) return this.value(configured, name, steps + 1);
    const seed = this.seed(object, block, steps);
    if (attribute === undefined) return `placeholder-${name}`;
    const read = (member: string): string | undefined => {
      const value: unknown = block[member] === undefined ? undefined : this.value(block[member], name, steps + 1);
      return typeof value === 'string' ? value : undefined;
    };
    const chosen = attribute === 'id' ? plannedImportId(type, read) : undefined;
    return chosen ?? placeholderAttribute(type, attribute, seed);
  }

  private block(type: string, id: string): JsonObject {
    const block = objectOf(objectOf(this.stack.configuration.resource)[type])[id];
    const first: unknown = Array.isArray(block) ? block.find(isObject) : block;
    return objectOf(first);
  }

  private seed(object: string, block: JsonObject, steps: number): PlaceholderSeed {
    const hex = createHash('sha256').update(`${this.stack.name}/${object}`).digest('hex');
    const given = NAMES.map((member) => textOf(block, member)).find((text) => text !== undefined);
    const name = given === undefined ? `placeholder-${hex.slice(0, 8)}` : String(this.value(given, 'name', steps + 1));
    return { ...this.place, name, hex };
  }
}
