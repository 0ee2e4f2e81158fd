import { DATABASE_PORT } from '../../../../src/policy/rules/rds/port';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(DATABASE_PORT, {
  pass: { 'the port is unusual': { aws_db_instance: { main: { port: 33_306 } } } },
  fail: { 'nothing is said': { aws_rds_cluster: { main: { engine: 'aurora-mysql' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_db_instance: { main: { port: '${var.port}' } } } },
  guards: { 'aws_db_instance.main.port': [3306, '3306', 5432, undefined] },
});
