import { expectFalse, expectSet, firstOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';
import { isReplica } from './engine';

export const FINAL_SNAPSHOT = defineRule({
  id: 'WPHA-RDS-024',
  title: 'databases leave a snapshot when they go',
  severity: 'high',
  pack: 'production',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-024'],
  maps: {},
  why: 'The last snapshot is the only way back from a database that was replaced or removed by mistake.',
  fix: "Leave 'skip_final_snapshot' out or set it to false, and set 'final_snapshot_identifier'.",
  check: (database) => {
    if (isReplica(database)) return notApplicable();
    return firstOf(
      () => expectFalse(database, 'skip_final_snapshot'),
      () => expectSet(database, 'final_snapshot_identifier'),
    );
  },
});
