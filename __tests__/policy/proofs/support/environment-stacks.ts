import { loadAssembly } from '../../../../src/policy/model/synthesis/load-assembly';
import type { ResourceGraph } from '../../../../src/policy/model/resource-graph';
import { isObject, type JsonObject } from '../../../../src/terraform/json';
import { findEnvironment } from '../../../../stacks/environments';
import { STACKS, synthesizeEnvironment } from '../../../stacks/support';
import { stackOf } from '../../support/configuration';

/** Terraform JSON of every stack of an environment, by stack. */
export type StackConfigurations = Readonly<Record<string, JsonObject>>;

/** Synthesizes an environment of the project. */
export function stacksOfEnvironment(name: string): StackConfigurations {
  const stacks = synthesizeEnvironment(findEnvironment(name));
  return Object.fromEntries(STACKS.map((stack) => [stack, stacks[stack].json]));
}

/** The model of stacks that belong together. */
export function graphOf(stacks: StackConfigurations): ResourceGraph {
  return loadAssembly({ stacks: Object.entries(stacks).map(([name, json]) => stackOf(json, name)) });
}

/** Somewhere in a stack: the resources whose name matches, and a path in them. */
export interface Spot {
  readonly stack: string;
  readonly type: string;
  /** Part of the resource's name. @default - any */
  readonly name?: RegExp;
}

/** Copies stacks and changes the first resource that matches; undefined as result takes the resource away. */
export function withChanged(
  stacks: StackConfigurations,
  { stack, type, name = /(?:)/ }: Spot,
  change: (body: Record<string, unknown>) => Record<string, unknown> | undefined,
): StackConfigurations {
  const copy = structuredClone(stacks) as Record<string, { resource: Record<string, Record<string, unknown>> }>;
  const named = copy[stack]?.resource[type] ?? {};
  const key = Object.keys(named).find((each) => name.test(each));
  if (key === undefined) throw new Error(`${stack} has no ${type} like ${String(name)}`);
  const body = named[key];
  const changed = change(isObject(body) ? { ...body } : {});
  if (changed === undefined) delete named[key];
  else named[key] = changed;
  return copy;
}

/** Copies stacks with one more resource. */
export function withResource(
  stacks: StackConfigurations,
  { stack, type }: Spot,
  body: JsonObject,
  name = 'Added',
): StackConfigurations {
  const { resource = {}, ...others } = stacks[stack] ?? {};
  const types = resource as Readonly<Record<string, JsonObject>>;
  return { ...stacks, [stack]: { ...others, resource: { ...types, [type]: { ...types[type], [name]: body } } } };
}
