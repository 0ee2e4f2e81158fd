import { COPY_TAGS } from '../../../../src/policy/rules/rds/copy-tags';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(COPY_TAGS, {
  pass: { 'they are copied': { aws_db_instance: { main: { copy_tags_to_snapshot: true } } } },
  fail: { 'nothing is said': { aws_rds_cluster: { main: { engine: 'aurora-mysql' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_db_instance: { main: { copy_tags_to_snapshot: '${var.copy}' } } } },
  guards: { 'aws_db_instance.main.copy_tags_to_snapshot': [false, undefined] },
});
