import { DATABASE_NOT_PUBLIC } from '../../../../src/policy/rules/rds/not-public';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(DATABASE_NOT_PUBLIC, {
  pass: {
    'it is false': { aws_db_instance: { main: { publicly_accessible: false } } },
    'it is left out': { aws_db_instance: { main: { engine: 'mysql' } } },
  },
  fail: { 'it is true': { aws_db_instance: { main: { publicly_accessible: 'true' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_db_instance: { main: { publicly_accessible: '${var.public}' } } } },
  guards: { 'aws_db_instance.main.publicly_accessible': [true, 'true'] },
});
