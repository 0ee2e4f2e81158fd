import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';
import { placeOf, type CounterExample, type Findings } from '../proof';

/** What makes a resource more than one machine. */
interface Redundancy {
  readonly attribute: string;
  /** Whether a value makes it so; a value that is not set counts as what the provider then does. */
  readonly holds: (value: Value) => boolean;
  /** What is missing otherwise. */
  readonly missing: string;
}

const isTrue = (value: Value): boolean => value.is(true);
const atLeast =
  (least: number) =>
  ({ number = 0 }: Value): boolean =>
    number >= least;

/** Resources that may be a single machine, and what says that they are not. */
const REDUNDANCY: Readonly<Record<string, readonly Redundancy[]>> = {
  aws_autoscaling_group: [{ attribute: 'min_size', holds: atLeast(2), missing: 'may run a single instance' }],
  aws_db_instance: [{ attribute: 'multi_az', holds: isTrue, missing: 'has no standby in another zone' }],
  aws_elasticache_replication_group: [
    { attribute: 'automatic_failover_enabled', holds: isTrue, missing: 'does not fail over to a replica' },
    { attribute: 'multi_az_enabled', holds: isTrue, missing: 'may have all its nodes in one zone' },
  ],
  aws_efs_file_system: [
    { attribute: 'availability_zone_name', holds: ({ isUnset }) => isUnset, missing: 'keeps its files in one zone' },
  ],
};

/** Single by their nature. */
const SINGLE: Readonly<Record<string, string>> = {
  aws_instance: 'is a single machine that nothing replaces',
  aws_elasticache_cluster: 'is a cache without replicas',
};

/** Finds what is a single machine, whatever zone it stands in. */
export function singleResources(graph: ResourceGraph): Findings {
  const redundant = Object.entries(REDUNDANCY).flatMap(([type, all]) =>
    graph
      .ofType(type)
      .filter((resource) => !isReplica(resource))
      .flatMap((resource) => all.map((each) => judge(resource, each))),
  );
  const single = Object.entries(SINGLE).flatMap(([type, message]) =>
    graph.ofType(type).map((resource) => counterExample(resource, message, type, true)),
  );
  const statements = [...redundant, ...single, ...clusters(graph)];
  return { statements: statements.length, counterExamples: statements.flatMap((each) => each ?? []) };
}

/** A replica serves reads; losing it is no outage. */
function isReplica(resource: Resource): boolean {
  return resource.get('replicate_source_db').isSet || resource.get('global_replication_group_id').isSet;
}

function judge(resource: Resource, { attribute, holds, missing }: Redundancy): CounterExample | undefined {
  const value = resource.get(attribute);
  if (holds(value)) return undefined;
  return counterExample(resource, missing, attribute, !value.isUnclear, value.describe());
}

/** An Aurora cluster fails over only to another instance. */
function clusters(graph: ResourceGraph): readonly (CounterExample | undefined)[] {
  return graph.ofType('aws_rds_cluster').map((cluster) => {
    const { found, unclear } = graph.attached(cluster, 'aws_rds_cluster_instance', 'cluster_identifier');
    if (found.length >= 2) return undefined;
    return counterExample(cluster, 'has no second instance to fail over to', 'instances', unclear.length === 0);
  });
}

function counterExample(
  resource: Resource,
  message: string,
  attribute: string,
  certain: boolean,
  value = 'nothing',
): CounterExample {
  const place = placeOf(resource);
  const says = attribute === resource.type ? message : `'${attribute}' is ${value}`;
  return { key: `${place} ${attribute}`, message: `${place} ${message}`, certain, evidence: [{ at: place, says }] };
}
