import { defineRule } from '../../rule/rule';
import { fail, pass, unknown } from '../../rule/verdict';
import { engineOf, type Engine } from './engine';

/** Logs that say what went wrong, by engine (RDS user guide, 'Publishing database logs to CloudWatch Logs'). */
const LOGS: Readonly<Record<Engine, readonly string[]>> = {
  mysql: ['error', 'slowquery'],
  mariadb: ['error', 'slowquery'],
  postgres: ['postgresql'],
  oracle: ['alert'],
  sqlserver: ['error'],
  other: [],
};

export const LOG_EXPORTS = defineRule({
  id: 'WPHA-RDS-005',
  title: 'databases send their logs to CloudWatch',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-005', 'RDS-006'],
  maps: { checkov: ['CKV_AWS_129'], fsbp: ['RDS.9', 'RDS.42'] },
  why: 'RDS throws its own copy of the logs away after days, and all of them with the database.',
  fix: "List the logs in 'enabled_cloudwatch_logs_exports': error and slowquery for MySQL and MariaDB.",
  check: (database) => {
    const path = 'enabled_cloudwatch_logs_exports';
    const exported = database.get(path);
    if (exported.isUnset) return fail([database, path], 'no log is exported');
    const engine = engineOf(database);
    // a replica or a restored database does not say what it runs
    if (engine === undefined && database.get('engine').isUnset) return pass();
    if (engine === undefined || exported.isUnclear) return unknown([database, engine === undefined ? 'engine' : path]);
    const missing = LOGS[engine].filter((log) => !exported.items.some((item) => item.is(log)));
    return missing.length === 0 ? pass() : fail([database, path], `logs are not exported: ${missing.join(', ')}`);
  },
});
