import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';

const EVENTS = ['autoscaling:EC2_INSTANCE_LAUNCH_ERROR', 'autoscaling:EC2_INSTANCE_TERMINATE_ERROR'];

export const SCALING_NOTIFICATIONS = defineRule({
  id: 'WPHA-EC2-014',
  title: 'scaling groups tell when they cannot launch or terminate',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_autoscaling_group'],
  rows: ['EC2-014'],
  maps: { cdkNag: ['AwsSolutions-AS3'] },
  why: 'A group that cannot launch shrinks one instance after the other, and nothing else says so.',
  fix: `Add an aws_autoscaling_notification for the group with ${EVENTS.join(' and ')}.`,
  check: (group, graph) => {
    const all = graph.ofType('aws_autoscaling_notification');
    const groups = all.map((notification) => notification.get('group_names'));
    const found = all.filter((_, index) => groups[index]?.items.some((name) => graph.names(name, group)));
    const unclear = groups.some(({ items }) => items.some((name) => name.isUnclear && name.targets.length === 0));
    const listed = found.map((notification) => notification.get('notifications'));
    const told = new Set(listed.flatMap(({ items }) => items.map(({ text }) => text)));
    const open = unclear || listed.some((value) => value.isUnclear);
    return EVENTS.map((event): Verdict => {
      if (told.has(event)) return pass();
      if (open) return unknown([group, []], `whether anybody is told of ${event} is not known yet`, { part: event });
      return fail([group, []], `nobody is told of ${event}`, { part: event });
    });
  },
});
