import { FINAL_SNAPSHOT } from '../../../../src/policy/rules/rds/final-snapshot';
import { describeRule, type Resources } from '../../support/describe-rule';

const database = (settings: object): Resources => ({
  aws_db_instance: { main: { skip_final_snapshot: false, final_snapshot_identifier: 'last', ...settings } },
});

describeRule(FINAL_SNAPSHOT, {
  pass: {
    'it leaves one': database({}),
    'its name is random': database({ final_snapshot_identifier: '${random_id.last.hex}' }),
  },
  fail: { 'nothing names it': { aws_rds_cluster: { main: { engine: 'aurora-mysql' } } } },
  notApplicable: { 'a replica': { aws_db_instance: { copy: { replicate_source_db: 'main' } } } },
  unknown: { 'a variable decides': database({ skip_final_snapshot: '${var.skip}' }) },
  guards: { 'aws_db_instance.main.skip_final_snapshot': [true] },
});
