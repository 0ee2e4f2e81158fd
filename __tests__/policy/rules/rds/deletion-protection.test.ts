import { DB_DELETION_PROTECTION } from '../../../../src/policy/rules/rds/deletion-protection';
import { describeRule } from '../../support/describe-rule';

describeRule(DB_DELETION_PROTECTION, {
  pass: {
    'it is on': { aws_db_instance: { main: { deletion_protection: true } } },
    'it is on for a cluster': { aws_rds_cluster: { main: { deletion_protection: true } } },
  },
  fail: {
    'nothing is said': { aws_db_instance: { main: { engine: 'mysql' } } },
    'nothing is said of a cluster': { aws_rds_cluster: { main: { engine: 'aurora-mysql' } } },
  },
  notApplicable: { 'a replica': { aws_db_instance: { copy: { replicate_source_db: 'main' } } } },
  unknown: { 'a variable decides': { aws_db_instance: { main: { deletion_protection: '${var.protect}' } } } },
  guards: { 'aws_db_instance.main.deletion_protection': [false, undefined] },
});
