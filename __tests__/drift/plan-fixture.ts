import type { JsonObject } from '../../src/terraform/json';
import { analyzeDrift, type Finding, type StackDrift } from '../../src/drift';

/** One resource in both lists of a plan: what it was, what it is, and what the next apply makes of it. */
export interface ResourceFixture {
  readonly address: string;
  readonly type?: string;
  /** At the last apply; left out for a resource that has never been applied. */
  readonly applied?: JsonObject;
  /** Now; `null` for one that was deleted outside. @default - as applied */
  readonly live?: JsonObject | null;
  /** After the next apply; `null` for one that the configuration dropped. @default - as it is now */
  readonly planned?: JsonObject | null;
  readonly unknown?: unknown;
  readonly sensitive?: unknown;
  readonly replaces?: boolean;
}

/** Builds the JSON of a plan as Terraform writes it. */
export function planOf(...resources: readonly ResourceFixture[]): JsonObject {
  return {
    format_version: '1.2',
    resource_drift: resources.flatMap(driftEntry),
    resource_changes: resources.map(changeEntry),
    prior_state: { values: { root_module: { resources: resources.flatMap(liveEntry) } } },
  };
}

/** Judges one stack. */
export function driftOf(
  plan: unknown,
  configuration: readonly unknown[] = [],
  options: Parameters<typeof analyzeDrift>[1] = {},
): StackDrift {
  const {
    stacks: [stack],
  } = analyzeDrift([{ stack: 'web', plan, configuration }], options);
  if (stack === undefined) throw new Error('no stack judged');
  return stack;
}

/** `class address [paths]`, the shape in which tests compare findings. */
export function brief({ class: kind, address, attributes }: Finding): string {
  return [kind, address, ...attributes.map(({ path }) => path)].join(' ');
}

function frame({ address, type }: ResourceFixture): JsonObject {
  const [first = '', name = ''] = address.split('.');
  return { address, mode: 'managed', type: type ?? first, name };
}

function nowOf({ applied, live }: ResourceFixture): JsonObject | null {
  return live === undefined ? (applied ?? null) : live;
}

function driftEntry(resource: ResourceFixture): JsonObject[] {
  const { applied, live, sensitive } = resource;
  if (applied === undefined || live === undefined) return [];
  const marks = { before_sensitive: sensitive ?? {}, after_sensitive: sensitive ?? {} };
  const actions = live === null ? ['delete'] : ['update'];
  return [{ ...frame(resource), change: { actions, before: applied, after: live, ...marks } }];
}

function changeEntry(resource: ResourceFixture): JsonObject {
  const before = nowOf(resource);
  const after = resource.planned === undefined ? before : resource.planned;
  const marks = { before_sensitive: resource.sensitive ?? {}, after_sensitive: resource.sensitive ?? {} };
  const change = { before, after, after_unknown: resource.unknown ?? {}, ...marks };
  return { ...frame(resource), change: { actions: actionsOf(before, after, resource), ...change } };
}

function actionsOf(before: JsonObject | null, after: JsonObject | null, resource: ResourceFixture): string[] {
  if (resource.replaces === true) return ['delete', 'create'];
  if (before === null) return after === null ? ['no-op'] : ['create'];
  if (after === null) return ['delete'];
  return JSON.stringify(before) === JSON.stringify(after) && resource.unknown === undefined ? ['no-op'] : ['update'];
}

function liveEntry(resource: ResourceFixture): JsonObject[] {
  const values = nowOf(resource);
  return values === null ? [] : [{ ...frame(resource), values, sensitive_values: resource.sensitive ?? {} }];
}
