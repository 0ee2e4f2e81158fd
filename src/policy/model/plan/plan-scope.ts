import { objectOf, type JsonObject } from '../../../terraform/json';
import { wholeTraversal, type Step } from '../synthesis/expression';
import type { Target } from '../target';
import { memberOf, referencesOf, type Expressions } from './expressions';
import { objectsIn, type PlannedResource, type ReadPlan } from './read-plan';

/** One call of a module on the way to a resource. */
interface Call {
  readonly name: string;
  /** Instance key, empty without `count` and `for_each`. */
  readonly key: string;
}

/** From where references are read: an instance of a module, and in it a resource or nothing particular. */
export interface Place {
  readonly calls: readonly Call[];
  /** Key of the resource (or module call) whose expression it is. */
  readonly key: string;
  /** What that resource iterates over. */
  readonly each: Expressions;
}

/** Resolves what a value of another stack's state follows from. */
export type RemoteOutputs = (state: string, output: string) => readonly Target[] | undefined;

const DEEPEST = 20;

/** Knows the configuration of one plan and finds the resource instances that references mean. */
export class PlanScope {
  private readonly instances = new Map<string, PlannedResource[]>();

  constructor(
    private readonly stack: string,
    private readonly plan: ReadPlan,
    private readonly remote: RemoteOutputs,
  ) {
    for (const resource of plan.resources) {
      const block = `${resource.module}|${resource.mode === 'data' ? 'data.' : ''}${resource.type}.${resource.name}`;
      this.instances.set(block, [...(this.instances.get(block) ?? []), resource]);
    }
  }

  /** Where a resource's expressions are read from. */
  placeOf(resource: PlannedResource): Place {
    const calls = callsOf(resource.module);
    const { for_each_expression: forEach } = this.declaration(resource, calls);
    return { calls, key: resource.key, each: { candidates: forEach === undefined ? [] : [forEach], sure: true } };
  }

  /** What the configuration says about a resource. */
  expressionsOf(resource: PlannedResource): Expressions {
    const { expressions } = this.declaration(resource, callsOf(resource.module));
    return { candidates: [objectOf(expressions)], sure: true };
  }

  /** The resources that references mean. */
  resolve(references: readonly string[], place: Place, depth = 0): readonly Target[] {
    if (depth > DEEPEST) return [];
    const iterates = references.some((text) => /^(each|count)\./.test(text));
    return references.flatMap((text) => this.reference(text, place, iterates, depth + 1));
  }

  /** What an output of the root module follows from. */
  output(name: string, depth: number): readonly Target[] {
    const declared = objectOf(objectOf(this.plan.root.outputs)[name]);
    return this.resolve(referencesOf(expression(declared.expression)), ROOT, depth);
  }

  private reference(text: string, place: Place, iterates: boolean, depth: number): readonly Target[] {
    const { root, steps } = wholeTraversal(text) ?? { root: '', steps: [] };
    const [first = '', name = ''] = root.split('.');
    if (first === 'var') return this.variable(name, place, depth);
    if (first === 'module') return this.moduleOutput(name, steps, place, iterates, depth);
    if (root === 'each.value')
      return this.resolve(referencesOf(place.each), { ...place, each: expression(undefined) }, depth);
    if (root === '' || first === 'local' || first === 'each' || first === 'count') return [];
    if (root.startsWith('data.terraform_remote_state.')) {
      const known = this.remote(root.slice('data.terraform_remote_state.'.length), steps[1]?.name ?? '');
      if (known !== undefined) return known;
    }
    return this.instancesOf(root, steps, place, iterates);
  }

  private instancesOf(root: string, steps: readonly Step[], place: Place, iterates: boolean): readonly Target[] {
    const all = this.instances.get(`${addressOf(place.calls)}|${root}`) ?? [];
    const [first] = steps;
    const key = first?.bracketed === true && first.name !== '*' ? keyText(first.name) : undefined;
    const meant = all.filter((each) => each.key === key || (key === undefined && iterates && each.key === place.key));
    const attribute = steps.find(({ name, bracketed }) => !bracketed && !/^(\d+|\*)$/.test(name))?.name;
    return (meant.length > 0 ? meant : all).map(({ address, type }) => ({
      stack: this.stack,
      address,
      type,
      ...(attribute === undefined ? {} : { attribute }),
    }));
  }

  private variable(name: string, { calls }: Place, depth: number): readonly Target[] {
    const call = calls.at(-1);
    if (call === undefined) return [];
    const outer = calls.slice(0, -1);
    const declared = objectOf(objectOf(this.module(outer).module_calls)[call.name]);
    const given = memberOf({ candidates: [objectOf(declared.expressions)], sure: true }, name);
    const place = { calls: outer, key: call.key, each: expression(declared.for_each_expression) };
    return this.resolve(referencesOf(given), place, depth);
  }

  private moduleOutput(
    name: string,
    steps: readonly Step[],
    place: Place,
    iterates: boolean,
    depth: number,
  ): readonly Target[] {
    const [first] = steps;
    const given =
      first?.bracketed === true && first.name !== '*' ? keyText(first.name) : iterates ? place.key : undefined;
    const output = steps.find(({ bracketed, name: step }) => !bracketed && step !== '*')?.name ?? '';
    const declared = objectOf(objectOf(this.module(place.calls).module_calls)[name]);
    const child = objectOf(objectOf(objectOf(objectOf(declared.module).outputs)[output]).expression);
    const keys = this.keysOf(place.calls, name).filter((key) => given === undefined || key === given);
    return keys.flatMap((key) =>
      this.resolve(
        referencesOf(expression(child)),
        { calls: [...place.calls, { name, key }], key: '', each: expression(undefined) },
        depth,
      ),
    );
  }

  /** The instances of a module that hold resources. */
  private keysOf(calls: readonly Call[], name: string): readonly string[] {
    const found = this.plan.resources
      .map(({ module }) => callsOf(module))
      .filter((path) => path.length > calls.length && addressOf(path.slice(0, calls.length)) === addressOf(calls))
      .map((path) => path[calls.length])
      .filter((call) => call?.name === name)
      .map((call) => call?.key ?? '');
    return [...new Set(found)];
  }

  private declaration({ mode, type, name }: PlannedResource, calls: readonly Call[]): JsonObject {
    const declared = objectsIn(this.module(calls).resources);
    return objectOf(declared.find((each) => each.mode === mode && each.type === type && each.name === name));
  }

  private module(calls: readonly Call[]): JsonObject {
    return calls.reduce<JsonObject>(
      (module, { name }) => objectOf(objectOf(objectOf(module.module_calls)[name]).module),
      this.plan.root,
    );
  }
}

export const ROOT: Place = { calls: [], key: '', each: { candidates: [], sure: true } };

function expression(value: unknown): Expressions {
  return { candidates: value === undefined ? [] : [value], sure: true };
}

/** `module.a["x"].module.b[0]` as calls. */
function callsOf(address: string): readonly Call[] {
  return [...address.matchAll(/module\.([\w-]+)((?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?)/g)].map(
    ([, name = '', key = '']) => ({ name, key }),
  );
}

function addressOf(calls: readonly Call[]): string {
  return calls.map(({ name, key }) => `module.${name}${key}`).join('.');
}

function keyText(name: string): string {
  return /^\d+$/.test(name) ? `[${name}]` : `[${JSON.stringify(name)}]`;
}
