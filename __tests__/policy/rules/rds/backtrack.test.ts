import { BACKTRACK } from '../../../../src/policy/rules/rds/backtrack';
import { describeRule, type Resources } from '../../support/describe-rule';

const cluster = (engine: string, more: object = {}): Resources => ({ aws_rds_cluster: { main: { engine, ...more } } });

describeRule(BACKTRACK, {
  pass: { 'a day back': cluster('aurora-mysql', { backtrack_window: 86_400 }) },
  fail: { 'nothing is said': cluster('aurora-mysql') },
  notApplicable: {
    'PostgreSQL does not know it': cluster('aurora-postgresql'),
    'nor does a serverless cluster': cluster('aurora-mysql', { engine_mode: 'serverless' }),
  },
  unknown: {
    'a variable decides': cluster('aurora-mysql', { backtrack_window: '${var.seconds}' }),
    'the engine is a variable': cluster('${var.engine}'),
  },
  guards: { 'aws_rds_cluster.main.backtrack_window': [0, undefined] },
});
