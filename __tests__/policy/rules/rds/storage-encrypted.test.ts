import { STORAGE_ENCRYPTED } from '../../../../src/policy/rules/rds/storage-encrypted';
import { describeRule } from '../../support/describe-rule';

describeRule(STORAGE_ENCRYPTED, {
  pass: {
    'it is true': { aws_db_instance: { main: { storage_encrypted: true } } },
    'a cluster says so': { aws_rds_cluster: { main: { storage_encrypted: true } } },
    'a serverless cluster': { aws_rds_cluster: { main: { engine_mode: 'serverless' } } },
  },
  fail: {
    'it is left out': { aws_db_instance: { main: { engine: 'mysql' } } },
    'a cluster leaves it out': { aws_rds_cluster: { main: { engine: 'aurora-mysql' } } },
  },
  notApplicable: { 'a replica': { aws_db_instance: { copy: { replicate_source_db: 'main' } } } },
  unknown: { 'a variable decides': { aws_db_instance: { main: { storage_encrypted: '${var.encrypted}' } } } },
  guards: { 'aws_db_instance.main.storage_encrypted': [false, 'false', null, undefined] },
});
