import { DATABASE_TLS_ONLY } from '../../../../src/policy/rules/rds/tls-only';
import { describeRule, type Resources } from '../../support/describe-rule';

const NAME = '${aws_db_parameter_group.main.name}';
const database = (parameter: readonly object[], settings: object = {}): Resources => ({
  aws_db_instance: { main: { engine: 'mysql', parameter_group_name: NAME, ...settings } },
  aws_db_parameter_group: { main: { name: 'main', family: 'mysql8.4', parameter } },
});
const REQUIRED = { name: 'require_secure_transport', value: '1' };

describeRule(DATABASE_TLS_ONLY, {
  pass: {
    'the group requires TLS': database([{ name: 'slow_query_log', value: '1' }, REQUIRED]),
    'the group has a prefix for a name': {
      ...database([], { parameter_group_name: '${aws_db_parameter_group.other.name}' }),
      aws_db_parameter_group: { other: { name_prefix: 'main-', parameter: [{ ...REQUIRED, value: 'ON' }] } },
    },
    'PostgreSQL forces it': database([{ name: 'rds.force_ssl', value: 1 }], { engine: 'postgres' }),
    'the group of a cluster requires it': {
      aws_rds_cluster: {
        main: {
          engine: 'aurora-mysql',
          db_cluster_parameter_group_name: '${aws_rds_cluster_parameter_group.main.name}',
        },
      },
      aws_rds_cluster_parameter_group: { main: { name: 'main', parameter: [REQUIRED] } },
    },
  },
  fail: {
    'the group does not say': {
      resources: database([{ name: 'slow_query_log', value: '1' }]),
      finds: ['aws_db_parameter_group.main#require_secure_transport'],
    },
    'the default group is used': database([], { parameter_group_name: undefined }),
    'PostgreSQL has another parameter': database([REQUIRED], { engine: 'postgres' }),
  },
  notApplicable: {
    'an engine that has it elsewhere': { aws_db_instance: { main: { engine: 'oracle-ee' } } },
    'a replica without engine': { aws_db_instance: { copy: { replicate_source_db: 'main' } } },
  },
  unknown: {
    'a variable names the group': database([REQUIRED], { parameter_group_name: '${var.group}' }),
    'the group is elsewhere': database([REQUIRED], { parameter_group_name: 'elsewhere' }),
    'a variable names a parameter': database([{ name: '${var.parameter}', value: '1' }]),
    'the engine is a variable': database([REQUIRED], { engine: '${var.engine}' }),
  },
  guards: {
    'aws_db_parameter_group.main.parameter.1.value': ['0', 'OFF', undefined],
    'aws_db_instance.main.parameter_group_name': [undefined],
  },
});
