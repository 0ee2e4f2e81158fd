import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, unknown } from '../../rule/verdict';
import { engineOf } from './engine';

/** Classes on which RDS for MySQL and MariaDB refuse it (RDS user guide, 'Performance Insights overview'). */
const TOO_SMALL = /^db\.t\w+\.(micro|small)$/;

export const PERFORMANCE_INSIGHTS = defineRule({
  id: 'WPHA-RDS-012',
  title: 'databases tell which statements cost time',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster_instance'],
  rows: ['RDS-012'],
  maps: { checkov: ['CKV_AWS_353'], trivy: ['AVD-AWS-0133'] },
  why: 'A slow plugin shows up in it as a statement, in minutes, without access to the database.',
  fix: "Set 'performance_insights_enabled' to true; seven days of it are free of charge.",
  check: (database) => {
    const size = database.get('instance_class');
    if (size.isUnclear) return unknown([database, 'instance_class']);
    const engine = engineOf(database);
    const sparing = engine === undefined || engine === 'mysql' || engine === 'mariadb';
    if (sparing && TOO_SMALL.test(size.text ?? '')) return notApplicable();
    return expectTrue(database, 'performance_insights_enabled');
  },
});
