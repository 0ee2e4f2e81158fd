import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const STORAGE_ENCRYPTED = defineRule({
  id: 'WPHA-RDS-001',
  title: 'database storage is encrypted',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_db_instance'],
  rows: ['RDS-001'],
  maps: {
    checkov: ['CKV_AWS_16'],
    trivy: ['AVD-AWS-0080'],
    fsbp: ['RDS.3'],
    cis: ['3.0.0 2.3.1'],
    cdkNag: ['AwsSolutions-RDS2'],
  },
  why: 'Storage cannot be encrypted later without replacing the database, and its snapshots inherit the choice.',
  fix: "Set 'storage_encrypted' to true; an existing database is copied by an encrypted snapshot.",
  suppressible: false,
  // a replica inherits encryption from its source
  check: (database) =>
    database.get('replicate_source_db').isSet ? notApplicable() : expectTrue(database, 'storage_encrypted'),
});
