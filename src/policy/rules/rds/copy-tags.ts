import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const COPY_TAGS = defineRule({
  id: 'WPHA-RDS-014',
  title: 'snapshots carry the tags of their database',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-014'],
  maps: { checkov: ['CKV2_AWS_60'], fsbp: ['RDS.17'] },
  why: 'A snapshot without tags belongs to nobody: no policy by tag covers it, and no bill tells whose it is.',
  fix: "Set 'copy_tags_to_snapshot' to true.",
  check: (database) => expectTrue(database, 'copy_tags_to_snapshot'),
});
