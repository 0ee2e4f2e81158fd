import { expectAtLeast, expectSet, firstOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const ENHANCED_MONITORING = defineRule({
  id: 'WPHA-RDS-004',
  title: 'databases report the load of their operating system',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster_instance'],
  rows: ['RDS-004'],
  maps: { checkov: ['CKV_AWS_118'], fsbp: ['RDS.6'] },
  why: 'CPU and memory by process tell why a database is slow; the metrics of the hypervisor only tell that it is.',
  fix: "Set 'monitoring_interval' to 60 and 'monitoring_role_arn' to a role for monitoring.rds.amazonaws.com.",
  check: (database) =>
    firstOf(
      () => expectAtLeast(database, 'monitoring_interval', 1),
      () => expectSet(database, 'monitoring_role_arn'),
    ),
});
