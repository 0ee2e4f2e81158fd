import type { Resource } from '../model/resource';
import { placeOf, type CounterExample, type Proof } from './proof';

/** Alarms that tell nobody, or that stay silent when the data stops coming. */
export const ALARMS: Proof = {
  name: 'alarms',
  title: 'every alarm tells somebody and says what missing data means',
  why: 'An alarm without an action is a graph that nobody looks at; one that treats missing data by chance is silent when the thing it watches is gone.',
  fix: "Set 'alarm_actions' to a topic with subscribers, and 'treat_missing_data' to what silence means for this metric.",
  pack: 'baseline',
  prove: (graph) => {
    const metric = graph.ofType('aws_cloudwatch_metric_alarm');
    const all = [...metric, ...graph.ofType('aws_cloudwatch_composite_alarm')];
    const counterExamples = [...all.flatMap(withoutAction), ...metric.flatMap(withoutMissingData)];
    return { statements: all.length + metric.length, counterExamples };
  },
};

function withoutAction(alarm: Resource): readonly CounterExample[] {
  const [actions, enabled] = [alarm.get('alarm_actions'), alarm.get('actions_enabled')];
  if (actions.isUnset) return [silent(alarm, 'alarm_actions', 'tells nobody: it has no action', true)];
  if (enabled.is(false)) return [silent(alarm, 'actions_enabled', 'tells nobody: its actions are off', true)];
  return enabled.isUnclear ? [silent(alarm, 'actions_enabled', 'may tell nobody', false)] : [];
}

function withoutMissingData(alarm: Resource): readonly CounterExample[] {
  const attribute = 'treat_missing_data';
  if (alarm.get(attribute).isSet) return [];
  return [silent(alarm, attribute, 'does not say what missing data means', true)];
}

function silent(alarm: Resource, attribute: string, message: string, certain: boolean): CounterExample {
  const place = placeOf(alarm);
  const says = `'${attribute}' is ${alarm.get(attribute).describe()}`;
  return { key: `${place} ${attribute}`, message: `${place} ${message}`, certain, evidence: [{ at: place, says }] };
}
