import { PERFORMANCE_INSIGHTS } from '../../../../src/policy/rules/rds/performance-insights';
import { describeRule, type Resources } from '../../support/describe-rule';

const database = (instance_class: string, more: object = {}): Resources => ({
  aws_db_instance: { main: { engine: 'mysql', instance_class, ...more } },
});

describeRule(PERFORMANCE_INSIGHTS, {
  pass: { 'it is on': database('db.t4g.medium', { performance_insights_enabled: true }) },
  fail: {
    'nothing is said': database('db.m7g.large'),
    'PostgreSQL has it on small classes, too': database('db.t4g.micro', { engine: 'postgres' }),
  },
  notApplicable: { 'the class is too small': database('db.t4g.micro'), 'so is this': database('db.t3.small') },
  unknown: {
    'a variable decides': database('db.t4g.medium', { performance_insights_enabled: '${var.insights}' }),
    'the class is a variable': database('${var.class}', { performance_insights_enabled: false }),
  },
  guards: { 'aws_db_instance.main.performance_insights_enabled': [false, undefined] },
});
