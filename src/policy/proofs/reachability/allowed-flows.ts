import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Role } from '../network/host-kinds';

/** TCP connections that may be made; all others may not. */
export interface AllowedFlow {
  readonly from: Role;
  readonly to: Role;
  /** Ports of the destination. */
  readonly ports: readonly number[];
  /** Whether the site is down without it, so that it has to work from everywhere in the source's role. */
  readonly mustWork: boolean;
  readonly why: string;
}

/** Ports of database engines when none is set (RDS user guide). */
const DATABASE_PORTS: Readonly<Record<string, number>> = {
  mysql: 3306,
  mariadb: 3306,
  'aurora-mysql': 3306,
  postgres: 5432,
  'aurora-postgresql': 5432,
};

const NFS = 2049;
const REDIS = 6379;
const MEMCACHED = 11_211;
const HTTP = 80;
const HTTPS = 443;

/** The connections that a web site behind a load balancer needs, with the ports that its resources are set to. */
export function allowedFlows(graph: ResourceGraph): readonly AllowedFlow[] {
  const listeners = portsOf(graph.ofType('aws_lb_listener', 'aws_alb_listener'), 'port');
  const targets = graph.ofType('aws_lb_target_group', 'aws_alb_target_group');
  const target = [...portsOf(targets, 'port'), ...portsOf(targets, 'health_check.port')];
  const databases = graph.ofType('aws_db_instance', 'aws_rds_cluster').flatMap(databasePort);
  const caches = graph.ofType('aws_elasticache_replication_group', 'aws_elasticache_cluster').flatMap(cachePort);
  const outside = [HTTP, HTTPS];
  const served = outside.filter((port) => listeners.includes(port));
  const may = { mustWork: false } as const;
  const must = { mustWork: true } as const;
  return [
    { from: 'internet', to: 'load balancer', ports: served, ...must, why: 'visitors' },
    { from: 'internet', to: 'load balancer', ports: outside, ...may, why: 'visitors' },
    { from: 'load balancer', to: 'instance', ports: distinct(target), ...must, why: 'requests and health checks' },
    { from: 'instance', to: 'database', ports: distinct(databases), ...must, why: 'queries' },
    {
      from: 'function',
      to: 'database',
      ports: distinct(databases),
      ...must,
      why: 'functions that manage the database',
    },
    { from: 'instance', to: 'files', ports: [NFS], ...must, why: 'shared files over NFS' },
    { from: 'instance', to: 'cache', ports: distinct(caches), ...must, why: 'cached objects and sessions' },
    { from: 'instance', to: 'endpoint', ports: [HTTPS], ...must, why: 'calls of AWS services' },
    { from: 'function', to: 'endpoint', ports: [HTTPS], ...must, why: 'calls of AWS services' },
    { from: 'instance', to: 'internet', ports: outside, ...may, why: 'packages, plugins and AWS services' },
    { from: 'function', to: 'internet', ports: [HTTPS], ...may, why: 'calls of AWS services' },
    { from: 'instance', to: 'load balancer', ports: outside, ...may, why: 'the site is on the internet for them too' },
    { from: 'function', to: 'load balancer', ports: [HTTPS], ...may, why: 'the site is on the internet for them too' },
  ];
}

function portsOf(resources: readonly Resource[], attribute: string): readonly number[] {
  return resources.flatMap((resource) => resource.get(attribute).number ?? []);
}

function databasePort(database: Resource): readonly number[] {
  const { number } = database.get('port');
  return [number ?? DATABASE_PORTS[database.get('engine').text ?? ''] ?? 3306];
}

function cachePort(cache: Resource): readonly number[] {
  return [cache.get('port').number ?? (cache.get('engine').is('memcached') ? MEMCACHED : REDIS)];
}

function distinct(ports: readonly number[]): readonly number[] {
  return [...new Set(ports)];
}
