import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';
import { isReplica } from './engine';

export const DB_DELETION_PROTECTION = defineRule({
  id: 'WPHA-RDS-008',
  title: 'databases refuse to be deleted',
  severity: 'medium',
  pack: 'production',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-008', 'RDS-022'],
  maps: {
    checkov: ['CKV_AWS_293', 'CKV_AWS_139'],
    trivy: ['AVD-AWS-0177', 'AVD-AWS-0343'],
    fsbp: ['RDS.8', 'RDS.7'],
    cdkNag: ['AwsSolutions-RDS10'],
  },
  why: 'One wrong workspace or one click in the console otherwise ends the site and its automated backups together.',
  fix: "Set 'deletion_protection' to true.",
  check: (database) => (isReplica(database) ? notApplicable() : expectTrue(database, 'deletion_protection')),
});
