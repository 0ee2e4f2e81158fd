import type { Resource } from '../../model/resource';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import { unwatched, WATCHED_TYPES } from './watched-metrics';

export const ALARM_COVERAGE = defineRule({
  id: 'WPHA-LOG-014',
  title: 'what the site stands on is watched by alarms',
  severity: 'medium',
  pack: 'production',
  appliesTo: WATCHED_TYPES,
  rows: ['LOG-014'],
  maps: {},
  why: 'Without these alarms the first who tells of a full disk or a dead target is a visitor.',
  fix: 'Add an aws_cloudwatch_metric_alarm for the metric, with the resource as dimension.',
  check: (resource, graph) => {
    if (isUnmeasured(resource)) return notApplicable();
    const { missing, unclear } = unwatched(resource, graph);
    const verdicts = [
      ...missing.map(({ trouble, metrics }): Verdict => {
        const message = `no alarm watches ${trouble} (${metrics.join(' or ')})`;
        return fail([resource, []], message, { part: trouble });
      }),
      ...unclear.map(({ trouble }): Verdict => {
        return unknown([resource, []], `an alarm watches ${trouble} of something not known yet`, { part: trouble });
      }),
    ];
    return verdicts.length === 0 ? pass() : verdicts;
  },
});

/** Network load balancers have other metrics; files have burst credits in one mode only. */
function isUnmeasured(resource: Resource): boolean {
  const balancer = resource.get('load_balancer_type');
  const throughput = resource.get('throughput_mode');
  return (balancer.isKnown && !balancer.is('application')) || (throughput.isKnown && !throughput.is('bursting'));
}
