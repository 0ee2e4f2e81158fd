import { expectSet } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const MISSING_DATA = defineRule({
  id: 'WPHA-LOG-015',
  title: 'alarms say what missing data means',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_cloudwatch_metric_alarm'],
  rows: ['LOG-015'],
  maps: {},
  why: 'Unsaid, an alarm falls silent with the thing it watches, or stays red after it is gone; both look like a defect.',
  fix: "Set 'treat_missing_data' to breaching, notBreaching, ignore or missing.",
  check: (alarm) => expectSet(alarm, 'treat_missing_data'),
});
