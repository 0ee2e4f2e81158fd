import { IAM_AUTHENTICATION } from '../../../../src/policy/rules/rds/iam-authentication';
import { describeRule, type Resources } from '../../support/describe-rule';

const database = (engine: string, more: object = {}): Resources => ({ aws_db_instance: { main: { engine, ...more } } });

describeRule(IAM_AUTHENTICATION, {
  pass: { 'it is on': database('mysql', { iam_database_authentication_enabled: true }) },
  fail: {
    'nothing is said': database('postgres'),
    'nor of a replica': { aws_db_instance: { copy: { replicate_source_db: 'main' } } },
  },
  notApplicable: { 'an engine without it': database('sqlserver-ex'), MariaDB: database('mariadb') },
  unknown: {
    'a variable decides': database('mysql', { iam_database_authentication_enabled: '${var.iam}' }),
    'the engine is a variable': database('${var.engine}'),
  },
  guards: { 'aws_db_instance.main.iam_database_authentication_enabled': [false, undefined] },
});
