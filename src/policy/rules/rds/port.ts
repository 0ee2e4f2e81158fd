import { expectValue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

/** Ports of MySQL and MariaDB, PostgreSQL, Oracle and SQL Server. */
const DEFAULT_PORTS = [3306, 5432, 1521, 1433];

export const DATABASE_PORT = defineRule({
  id: 'WPHA-RDS-017',
  title: 'databases listen on a port of their own',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-017'],
  maps: { fsbp: ['RDS.23'], cdkNag: ['AwsSolutions-RDS11'] },
  why: 'Whoever scans a network from inside tries the usual ports first.',
  fix: "Set 'port' to a number that is no engine's default, and tell the clients.",
  check: (database) =>
    expectValue(database, 'port', ({ number = 0 }) => number > 0 && !DEFAULT_PORTS.includes(number), {
      wanted: "a port that is no engine's default",
    }),
});
