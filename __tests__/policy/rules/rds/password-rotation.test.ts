import { PASSWORD_ROTATION } from '../../../../src/policy/rules/rds/password-rotation';
import { describeRule, type Resources } from '../../support/describe-rule';

const database = (settings: object): Resources => ({ aws_db_instance: { main: { engine: 'mysql', ...settings } } });
const fromSecret: Resources = {
  ...database({ password: '${aws_secretsmanager_secret_version.main.secret_string}' }),
  aws_secretsmanager_secret: { main: { name: 'main' } },
  aws_secretsmanager_secret_version: {
    main: { secret_id: '${aws_secretsmanager_secret.main.id}', secret_string: '${var.password}' },
  },
};

describeRule(PASSWORD_ROTATION, {
  pass: {
    'RDS rotates it': database({ manage_master_user_password: true }),
    'its secret rotates': {
      ...fromSecret,
      aws_secretsmanager_secret_rotation: { main: { secret_id: '${aws_secretsmanager_secret.main.id}' } },
    },
  },
  fail: {
    'its secret does not rotate': fromSecret,
    'it is written down': database({ password: 'correct horse' }),
    'a cluster has it written down': { aws_rds_cluster: { main: { master_password: 'correct horse' } } },
  },
  notApplicable: { 'a replica': { aws_db_instance: { copy: { replicate_source_db: 'main' } } } },
  unknown: { 'a variable decides': database({ manage_master_user_password: '${var.managed}' }) },
  guards: { 'aws_db_instance.main.manage_master_user_password': [false, undefined] },
});
