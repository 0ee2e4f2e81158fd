import type { Path, Readable } from '../model/block';
import type { Resource } from '../model/resource';
import type { ResourceGraph } from '../model/resource-graph';
import type { Value } from '../model/value';
import { fail, pass, unknown, type Verdict, type VerdictDetail } from './verdict';

export const SUBNET_TYPES: readonly string[] = ['aws_subnet', 'aws_default_subnet'];

/** Subnets that a value names. */
export interface NamedSubnets {
  readonly subnets: readonly Resource[];
  /** Whether it surely names no others. */
  readonly complete: boolean;
}

/** Availability zones of some subnets. */
export interface Zones {
  readonly names: ReadonlySet<string>;
  /** Whether some may lie elsewhere. */
  readonly unclear: boolean;
}

/** The subnets that a value names: an id, or a list of them. */
export function subnetsOf(value: Value, graph: ResourceGraph): NamedSubnets {
  const isSubnet = ({ type }: { readonly type: string }): boolean => SUBNET_TYPES.includes(type);
  const subnets = graph.targetsOf(value).filter(isSubnet);
  const complete = value.items.every(({ targets }) => targets.length > 0 && targets.every(isSubnet));
  return { subnets, complete };
}

/** The zones that subnets lie in; one whose zone is left to AWS may lie anywhere. */
export function zonesOf(subnets: readonly Resource[]): Zones {
  const zones = subnets.map(
    (subnet) => subnet.get('availability_zone').text ?? subnet.get('availability_zone_id').text,
  );
  return {
    names: new Set(zones.filter((zone) => zone !== undefined)),
    unclear: zones.includes(undefined),
  };
}

/** The subnets that an attribute names must lie in at least this many availability zones. */
export function expectZones(
  settings: Readable,
  path: Path,
  graph: ResourceGraph,
  { least = 2, ...detail }: VerdictDetail & { readonly least?: number } = {},
): Verdict {
  const value = settings.get(path);
  const name = settings.pathOf(path);
  if (value.isUnset) return fail([settings, path], `'${name}' is not set and must name subnets`, detail);
  const { subnets, complete } = subnetsOf(value, graph);
  const { names, unclear } = zonesOf(subnets);
  if (names.size >= least) return pass();
  const tooFew = value.isKnown && new Set(value.items.map(({ text }) => text)).size < least;
  if (!tooFew && (unclear || !complete)) {
    return unknown([settings, path], `the zones of '${name}' are not all known`, detail);
  }
  const found = names.size === 0 ? 'one zone' : [...names].join(', ');
  return fail([settings, path], `'${name}' must lie in at least ${least} zones, got ${found}`, detail);
}
