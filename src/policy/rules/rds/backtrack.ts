import { expectAtLeast } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, unknown } from '../../rule/verdict';

export const BACKTRACK = defineRule({
  id: 'WPHA-RDS-023',
  title: 'clusters of Aurora can go back in time',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_rds_cluster'],
  rows: ['RDS-023'],
  maps: { checkov: ['CKV_AWS_326'], fsbp: ['RDS.14'], cdkNag: ['AwsSolutions-RDS14'] },
  why: 'A table that was dropped by mistake is back in minutes, where a restore takes hours and another endpoint.',
  fix: "Set 'backtrack_window' to some seconds, 86400 for a day; only a new cluster of Aurora MySQL takes it.",
  check: (cluster) => {
    const engine = cluster.get('engine');
    if (engine.isUnclear) return unknown([cluster, 'engine']);
    if (!engine.is('aurora', 'aurora-mysql') || cluster.get('engine_mode').is('serverless')) return notApplicable();
    return expectAtLeast(cluster, 'backtrack_window', 1);
  },
});
