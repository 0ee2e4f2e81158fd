import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, pass } from '../../rule/verdict';

export const STORAGE_ENCRYPTED = defineRule({
  id: 'WPHA-RDS-001',
  title: 'database storage is encrypted',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-001', 'RDS-021'],
  maps: {
    checkov: ['CKV_AWS_16', 'CKV_AWS_96'],
    trivy: ['AVD-AWS-0080', 'AVD-AWS-0079'],
    fsbp: ['RDS.3', 'RDS.27'],
    cis: ['3.0.0 2.3.1'],
    cdkNag: ['AwsSolutions-RDS2'],
  },
  why: 'Storage cannot be encrypted later without replacing the database, and its snapshots inherit the choice.',
  fix: "Set 'storage_encrypted' to true; an existing database is copied by an encrypted snapshot.",
  suppressible: false,
  check: (database) => {
    // a replica inherits encryption from its source, and a serverless cluster has no other storage
    if (database.get('replicate_source_db').isSet) return notApplicable();
    if (database.get('engine_mode').is('serverless')) return pass();
    return expectTrue(database, 'storage_encrypted');
  },
});
