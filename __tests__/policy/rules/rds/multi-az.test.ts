import { MULTI_AZ } from '../../../../src/policy/rules/rds/multi-az';
import { describeRule } from '../../support/describe-rule';

describeRule(MULTI_AZ, {
  pass: { 'it is true': { aws_db_instance: { main: { multi_az: true } } } },
  fail: { 'it is left out': { aws_db_instance: { main: { engine: 'mysql' } } } },
  notApplicable: { 'a replica': { aws_db_instance: { copy: { replicate_source_db: '${aws_db_instance.x.id}' } } } },
  unknown: { 'a variable decides': { aws_db_instance: { main: { multi_az: '${var.standby}' } } } },
  guards: { 'aws_db_instance.main.multi_az': [false, undefined] },
});
