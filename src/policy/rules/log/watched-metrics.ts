import type { Readable } from '../../model/block';
import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';

/** What tells a kind of trouble; an alarm on one of the metrics is enough. */
interface Watch {
  readonly trouble: string;
  readonly metrics: readonly string[];
}

/** What has to be watched of a resource, and the dimension by which an alarm names it. */
interface Watches {
  readonly dimension: string;
  readonly watches: readonly Watch[];
}

const LOAD_BALANCER: Watches = {
  dimension: 'LoadBalancer',
  watches: [
    { trouble: 'server errors', metrics: ['HTTPCode_Target_5XX_Count', 'HTTPCode_ELB_5XX_Count'] },
    { trouble: 'latency', metrics: ['TargetResponseTime'] },
    { trouble: 'unhealthy hosts', metrics: ['UnHealthyHostCount', 'HealthyHostCount'] },
  ],
};

const CACHE: Watches = {
  dimension: 'CacheClusterId',
  watches: [{ trouble: 'memory', metrics: ['DatabaseMemoryUsagePercentage', 'FreeableMemory', 'BytesUsedForCache'] }],
};

/** Metrics as the user guides of the services name them. */
const BY_TYPE: Readonly<Record<string, Watches>> = {
  aws_lb: LOAD_BALANCER,
  aws_alb: LOAD_BALANCER,
  aws_db_instance: {
    dimension: 'DBInstanceIdentifier',
    watches: [
      { trouble: 'CPU', metrics: ['CPUUtilization'] },
      { trouble: 'storage', metrics: ['FreeStorageSpace'] },
      { trouble: 'connections', metrics: ['DatabaseConnections'] },
    ],
  },
  aws_efs_file_system: {
    dimension: 'FileSystemId',
    watches: [{ trouble: 'burst credits', metrics: ['BurstCreditBalance'] }],
  },
  aws_elasticache_cluster: CACHE,
  aws_elasticache_replication_group: CACHE,
  aws_nat_gateway: {
    dimension: 'NatGatewayId',
    watches: [{ trouble: 'errors', metrics: ['ErrorPortAllocation', 'PacketsDropCount'] }],
  },
};

/** Types of which something has to be watched. */
export const WATCHED_TYPES: readonly string[] = Object.keys(BY_TYPE);

/** The troubles of a resource that no alarm tells, and those that one tells for a resource that is not known yet. */
export function unwatched(
  resource: Resource,
  graph: ResourceGraph,
): { readonly missing: readonly Watch[]; readonly unclear: readonly Watch[] } {
  const { dimension = '', watches = [] } = BY_TYPE[resource.type] ?? {};
  const metrics = graph.ofType('aws_cloudwatch_metric_alarm').flatMap(metricsOf);
  const tells = (watch: Watch): 'surely' | 'maybe' | 'no' => {
    const named = metrics.filter((metric) => metric.get('metric_name').is(...watch.metrics));
    const values = named.map((metric) => metric.get(['dimensions', dimension]));
    if (values.some((value) => graph.names(value, resource))) return 'surely';
    return values.some((value) => value.isUnclear && value.targets.length === 0) ? 'maybe' : 'no';
  };
  return {
    missing: watches.filter((watch) => tells(watch) === 'no'),
    unclear: watches.filter((watch) => tells(watch) === 'maybe'),
  };
}

/** The metrics that an alarm looks at: its own, or those of its expression. */
function metricsOf(alarm: Resource): readonly Readable[] {
  const queries = alarm.blocks('metric_query').flatMap((query) => query.blocks('metric'));
  return queries.length > 0 ? queries : [alarm];
}
