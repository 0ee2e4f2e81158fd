import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';

/** Resources that a value names. */
export interface Named {
  readonly resources: readonly Resource[];
  /** Whether it also names some that are not in the model. */
  readonly unclear: boolean;
}

/** The resources of some types that a value names by reference, id, ARN or name. */
export function named(graph: ResourceGraph, value: Value, ...types: readonly string[]): Named {
  const candidates = graph.ofType(...types);
  const found = value.items.map((item) => candidates.filter((candidate) => graph.names(item, candidate)));
  return { resources: [...new Set(found.flat())], unclear: found.some((each) => each.length === 0) };
}
