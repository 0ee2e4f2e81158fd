import { ALARMS } from '../../../src/policy/proofs/alarms';
import { knownEnvironments } from '../../../stacks/environments';
import { synthesized } from '../support/configuration';
import { graphOf, stacksOfEnvironment } from './support/environment-stacks';

test.each(knownEnvironments())('every alarm of %s acts and says what missing data means', (name) => {
  const { statements, counterExamples } = ALARMS.prove(graphOf(stacksOfEnvironment(name)), {});

  expect(counterExamples).toEqual([]);
  expect(statements).toBeGreaterThan(40);
});

const SOUND = { alarm_actions: ['${aws_sns_topic.t.arn}'], treat_missing_data: 'breaching' };

test.each<[object, string, boolean]>([
  [{ ...SOUND, alarm_actions: [] }, 'tells nobody: it has no action', true],
  [{ ...SOUND, actions_enabled: false }, 'tells nobody: its actions are off', true],
  [{ ...SOUND, actions_enabled: '${var.on}' }, 'may tell nobody', false],
  [{ ...SOUND, treat_missing_data: undefined }, 'does not say what missing data means', true],
])('%p is a counter-example', (alarm, message, certain) => {
  const graph = synthesized({ resource: { aws_cloudwatch_metric_alarm: { a: { ...alarm } } } });

  expect(ALARMS.prove(graph, {}).counterExamples).toMatchObject([
    { message: `web/aws_cloudwatch_metric_alarm.a ${message}`, certain },
  ]);
});

test('a composite alarm needs an action only', () => {
  const graph = synthesized({ resource: { aws_cloudwatch_composite_alarm: { a: { alarm_actions: ['arn:x'] } } } });

  expect(ALARMS.prove(graph, {})).toEqual({ statements: 1, counterExamples: [] });
});
