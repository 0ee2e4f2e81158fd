import { LOG_EXPORTS } from '../../../../src/policy/rules/rds/log-exports';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const database = (engine: string | undefined, enabled_cloudwatch_logs_exports: unknown): Resources => ({
  aws_db_instance: { main: { engine, enabled_cloudwatch_logs_exports } },
});

describeRule(LOG_EXPORTS, {
  pass: {
    'MySQL exports both': database('mysql', ['error', 'slowquery', 'audit']),
    'PostgreSQL exports its log': database('postgres', ['postgresql', 'upgrade']),
    'a replica exports one': { aws_db_instance: { copy: { enabled_cloudwatch_logs_exports: ['error'] } } },
    'an engine that is not known here': database('db2-se', ['diag.log']),
  },
  fail: {
    'MariaDB keeps its slow queries': database('mariadb', ['error']),
    'SQL Server exports only its agent': database('sqlserver-ex', ['agent']),
    'Oracle exports only traces': database('oracle-ee', ['trace']),
    'a cluster exports nothing': { aws_rds_cluster: { main: { engine: 'aurora-mysql' } } },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable holds the list': database('mysql', '${var.logs}'),
    'a variable holds the engine': database('${var.engine}', ['error']),
  },
  guards: {
    'aws_db_instance.main.enabled_cloudwatch_logs_exports': [['error'], ['slowquery'], [], undefined],
  },
});
