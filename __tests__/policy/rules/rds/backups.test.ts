import { DATABASE_BACKUPS } from '../../../../src/policy/rules/rds/backups';
import { describeRule } from '../../support/describe-rule';

describeRule(DATABASE_BACKUPS, {
  pass: {
    'a week': { aws_db_instance: { main: { backup_retention_period: 7 } } },
    'a month, of a cluster': { aws_rds_cluster: { main: { backup_retention_period: 35 } } },
  },
  fail: {
    'nothing is said': { aws_db_instance: { main: { engine: 'mysql' } } },
    'a cluster keeps a day': { aws_rds_cluster: { main: { engine: 'aurora-mysql' } } },
  },
  notApplicable: { 'a replica': { aws_db_instance: { copy: { replicate_source_db: 'main' } } } },
  unknown: { 'a variable decides': { aws_db_instance: { main: { backup_retention_period: '${var.days}' } } } },
  guards: { 'aws_db_instance.main.backup_retention_period': [6, 0, undefined] },
});
