import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const MINOR_UPGRADES = defineRule({
  id: 'WPHA-RDS-009',
  title: 'databases take minor upgrades by themselves',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster_instance'],
  rows: ['RDS-009'],
  maps: { checkov: ['CKV_AWS_226'], fsbp: ['RDS.13'], cis: ['3.0.0 2.3.2'] },
  why: 'Minor versions close known holes, and nobody remembers to install them by hand in every maintenance window.',
  fix: "Leave 'auto_minor_version_upgrade' out or set it to true, and give 'engine_version' without its last part.",
  check: (database) => expectTrue(database, 'auto_minor_version_upgrade', { unset: 'pass' }),
});
