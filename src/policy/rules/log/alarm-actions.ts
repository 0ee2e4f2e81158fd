import { expectSet, expectTrue, firstOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

const COMPOSITE = 'aws_cloudwatch_composite_alarm';

export const ALARM_ACTIONS = defineRule({
  id: 'WPHA-LOG-004',
  title: 'alarms tell somebody',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_cloudwatch_metric_alarm', COMPOSITE],
  rows: ['LOG-004'],
  maps: { checkov: ['CKV_AWS_319'] },
  why: 'An alarm without an action is a red dot on a page that nobody looks at.',
  fix: "Set 'alarm_actions' to a topic, and leave 'actions_enabled' out or set it to true.",
  check: (alarm, graph) => {
    // the composite alarm speaks for those it is made of
    if (graph.referencesTo(alarm).some(({ from }) => from.type === COMPOSITE)) return notApplicable();
    return firstOf(
      () => expectTrue(alarm, 'actions_enabled', { unset: 'pass' }),
      () => expectSet(alarm, 'alarm_actions'),
    );
  },
});
