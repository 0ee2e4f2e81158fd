import { leaves } from '../../model/node';
import type { Resource } from '../../model/resource';
import { compare, type ResourceGraph } from '../../model/resource-graph';
import { Value } from '../../model/value';
import { placeOf } from '../proof';

/** What a resource looks like when the environment's name and the number of its zones do not matter. */
export interface Form {
  readonly type: string;
  readonly name: string;
  /** One of the resources that look so. */
  readonly place: string;
  /** What stands at each path, each value once. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** The forms of all resources, by a key that is the same in every environment. */
export function formsOf(graph: ResourceGraph, environment: string): ReadonlyMap<string, Form> {
  const same = (text: string): string => neutral(text, environment);
  const groups = new Map<string, Resource[]>();
  for (const resource of graph.resources) {
    if (resource.mode !== 'managed') continue;
    const key = `${resource.stack} ${resource.type} ${same(nameOf(resource))}`;
    groups.set(key, [...(groups.get(key) ?? []), resource]);
  }
  return new Map(
    [...groups].flatMap(([key, resources]) => {
      const [first] = resources;
      if (first === undefined) return [];
      const form = { type: first.type, name: same(nameOf(first)), place: placeOf(first) };
      return [[key, { ...form, attributes: attributesOf(resources, same) }] as const];
    }),
  );
}

function attributesOf(resources: readonly Resource[], same: (text: string) => string): ReadonlyMap<string, string> {
  const values = new Map<string, Set<string>>();
  for (const [path, node] of resources.flatMap((resource) => [...leaves(resource.node)])) {
    if (node.kind === 'unset') continue;
    const value = new Value(node);
    const targets = value.targets.map(({ address, attribute = '' }) => `${address}.${attribute}`);
    const text = value.text ?? (targets.length > 0 ? targets.join(' ') : value.describe());
    const name = path.join('.');
    values.set(name, (values.get(name) ?? new Set()).add(same(text)));
  }
  return new Map([...values].map(([name, all]) => [name, [...all].toSorted(compare).join(' | ')]));
}

/** Path in the construct tree where it is known, for it holds no digest of itself. */
function nameOf({ construct, address }: Resource): string {
  return construct ?? address;
}

/** Without the environment's name, zones, and the digests that cdktf puts behind names. */
function neutral(text: string, environment: string): string {
  return text
    .replaceAll(environment, '{environment}')
    .replace(/[a-z]{2}(-[a-z]+)+-\d[a-z](?![a-z0-9])/g, '{zone}')
    .replace(/_[0-9A-F]{8}(?![0-9A-F])/g, '');
}
