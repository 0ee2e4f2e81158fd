import { STORAGE_AUTOSCALING } from '../../../../src/policy/rules/rds/storage-autoscaling';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(STORAGE_AUTOSCALING, {
  pass: { 'it may grow': { aws_db_instance: { main: { max_allocated_storage: 100 } } } },
  fail: { 'nothing is said': { aws_db_instance: { main: { allocated_storage: 20 } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_db_instance: { main: { max_allocated_storage: '${var.gib}' } } } },
  guards: { 'aws_db_instance.main.max_allocated_storage': [0, undefined] },
});
