import { leaves } from './node';
import type { Resource } from './resource';
import { keyOf, type Target } from './target';
import type { Value } from './value';

/** One resource referring to another. */
export interface Edge {
  readonly from: Resource;
  /** Attribute that holds the reference, `rule.target_bucket`. */
  readonly attribute: string;
  readonly to: Resource;
  /** Attribute of `to` that is read, where it is named. */
  readonly reads?: string;
}

/** Resources that belong to another one. */
export interface Attached {
  /** Those that surely do. */
  readonly found: readonly Resource[];
  /** Those that may: what they belong to is not known yet. */
  readonly unclear: readonly Resource[];
}

/** Attributes by which other resources name one. */
export const NAMING: readonly string[] = ['id', 'arn', 'bucket', 'name', 'identifier'];

/** Every resource of the stacks judged together, and who refers to whom. */
export class ResourceGraph {
  readonly resources: readonly Resource[];
  private readonly byKey: ReadonlyMap<string, Resource>;
  private readonly byType = new Map<string, Resource[]>();
  private readonly outgoing = new Map<Resource, Edge[]>();
  private readonly incoming = new Map<Resource, Edge[]>();

  /**
   * @param source what the resources were read from
   * @param notes what the source does not show, such as modules at synthesis
   */
  constructor(
    readonly source: 'synthesis' | 'plan',
    resources: readonly Resource[],
    readonly notes: readonly string[] = [],
  ) {
    this.resources = resources.toSorted(inOrder);
    this.byKey = new Map(this.resources.map((resource) => [keyOf(resource), resource]));
    for (const resource of this.resources) add(this.byType, resource.type, resource);
    for (const edge of this.resources.flatMap((resource) => this.edgesOf(resource))) {
      add(this.outgoing, edge.from, edge);
      add(this.incoming, edge.to, edge);
    }
  }

  /** Managed resources of these types. */
  ofType(...types: readonly string[]): readonly Resource[] {
    return types.flatMap((type) => this.byType.get(type) ?? []).filter(({ mode }) => mode !== 'data');
  }

  /** The resource of an address; undefined for one that is not in the model. */
  find(target: { readonly stack: string; readonly address: string }): Resource | undefined {
    return this.byKey.get(keyOf(target));
  }

  /** The resources a value follows from, those outside the model left out. */
  targetsOf(value: Value): readonly Resource[] {
    return this.resolve(value.targets);
  }

  /** What a resource refers to. */
  referencesFrom(resource: Resource): readonly Edge[] {
    return this.outgoing.get(resource) ?? [];
  }

  /** What refers to a resource. */
  referencesTo(resource: Resource): readonly Edge[] {
    return this.incoming.get(resource) ?? [];
  }

  /**
   * Resources of a type that belong to `owner` by an attribute, such as the public access block of a bucket by `bucket`.
   *
   * They belong by a reference, or by a known value that is the owner's id, ARN or name.
   */
  attached(owner: Resource, type: string, attribute: string): Attached {
    const found: Resource[] = [];
    const unclear: Resource[] = [];
    for (const resource of this.ofType(type)) {
      const value = resource.get(attribute);
      if (this.names(value, owner)) found.push(resource);
      else if (value.isUnclear && !this.leadsTo(value, owner.type)) unclear.push(resource);
    }
    return { found, unclear };
  }

  /** Whether a value is a resource's id, ARN or name, or follows from it, also by way of other resources. */
  names(value: Value, resource: Resource): boolean {
    if (value.targets.length > 0) return this.origins(value).includes(resource);
    const { text } = value;
    return text !== undefined && NAMING.some((name) => resource.get(name).text === text);
  }

  /** The resources a value follows from, and those that the attributes it reads follow from in turn. */
  private origins(value: Value, seen = new Set<Resource>()): readonly Resource[] {
    return value.targets.flatMap((target) => {
      const resource = this.find(target);
      if (resource === undefined || seen.has(resource)) return [];
      seen.add(resource);
      const { attribute } = target;
      return [resource, ...(attribute === undefined ? [] : this.origins(resource.read(attribute), seen))];
    });
  }

  private leadsTo(value: Value, type: string): boolean {
    return this.origins(value).some((resource) => resource.type === type);
  }

  private edgesOf(from: Resource): readonly Edge[] {
    return [...leaves(from.node)].flatMap(([path, node]) => {
      const targets = 'targets' in node ? node.targets : [];
      return targets.flatMap((target): Edge[] => {
        const to = this.find(target);
        if (to === undefined || to === from) return [];
        return [{ from, attribute: path.join('.'), to, ...(target.attribute ? { reads: target.attribute } : {}) }];
      });
    });
  }

  private resolve(targets: readonly Target[]): readonly Resource[] {
    const found = targets.map((target) => this.find(target)).filter((resource) => resource !== undefined);
    return [...new Set(found)];
  }
}

/** By stack, then address, in the order of code units: the same on every machine. */
export function inOrder(
  left: { readonly stack: string; readonly address: string },
  right: { readonly stack: string; readonly address: string },
): number {
  return compare(left.stack, right.stack) || compare(left.address, right.address);
}

/** Compares two texts by their code units. */
export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const present = map.get(key);
  if (present === undefined) map.set(key, [value]);
  else present.push(value);
}
