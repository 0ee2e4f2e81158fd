import { judge } from '../../../../src/policy/evaluation/judge';
import { PASSWORD_NOT_IN_CODE } from '../../../../src/policy/rules/rds/password';
import { synthesized } from '../../support/configuration';
import { describeRule, type Resources } from '../../support/describe-rule';

const database = (settings: object): Resources => ({ aws_db_instance: { main: { engine: 'mysql', ...settings } } });

describeRule(PASSWORD_NOT_IN_CODE, {
  pass: {
    'RDS makes and keeps it': database({ manage_master_user_password: true }),
    'it is write-only': database({ password_wo: '${ephemeral.random_password.main.result}', password_wo_version: 1 }),
  },
  fail: {
    'it is written down': database({ password: 'correct horse' }),
    'it is random, and in the state': {
      random_password: { main: { length: 32 } },
      ...database({ password: '${random_password.main.result}' }),
    },
    'a variable holds it, and the state': database({ password: '${var.password}' }),
    'a cluster says nothing': { aws_rds_cluster: { main: { engine: 'aurora-mysql' } } },
    'a cluster has it written down': { aws_rds_cluster: { main: { master_password: 'correct horse' } } },
  },
  notApplicable: {
    'a replica': { aws_db_instance: { copy: { replicate_source_db: 'main' } } },
    'a snapshot brings it': database({ snapshot_identifier: 'before' }),
  },
  unknown: { 'a variable decides': database({ manage_master_user_password: '${var.managed}' }) },
  guards: {
    'aws_db_instance.main.manage_master_user_password': [false, undefined],
    'aws_db_instance.main.password': ['correct horse'],
  },
});

test('does not tell the password', () => {
  const graph = synthesized({ resource: database({ password: 'correct horse' }) });
  const findings = graph
    .ofType('aws_db_instance')
    .flatMap((resource) => judge(PASSWORD_NOT_IN_CODE, resource, graph).findings);

  expect(findings).toHaveLength(1);
  expect(JSON.stringify(findings)).not.toContain('correct horse');
});
