import { SCALING_NOTIFICATIONS } from '../../../../src/policy/rules/ec2/scaling-notifications';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';
import { group, GROUP_NAME } from './resources';

const LAUNCH = 'autoscaling:EC2_INSTANCE_LAUNCH_ERROR';
const TERMINATE = 'autoscaling:EC2_INSTANCE_TERMINATE_ERROR';
const told = (notifications: unknown, names: unknown = [GROUP_NAME]): Resources =>
  group({}, { aws_autoscaling_notification: { web: { group_names: names, notifications, topic_arn: 'arn:1' } } });

describeRule(SCALING_NOTIFICATIONS, {
  pass: { 'both are told': told([LAUNCH, TERMINATE]), 'the group is named': told([LAUNCH, TERMINATE], ['web']) },
  fail: {
    'nothing is told': group({}),
    'one is': {
      resources: told([LAUNCH, 'autoscaling:EC2_INSTANCE_LAUNCH']),
      finds: [`aws_autoscaling_group.web#${TERMINATE}`],
    },
    'another group is named': told([LAUNCH, TERMINATE], ['other']),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable names the group': told([LAUNCH, TERMINATE], '${var.groups}'),
    'a variable names the events': told('${var.events}'),
  },
  guards: {
    'aws_autoscaling_notification.web.notifications': [[LAUNCH], [TERMINATE], undefined],
    'aws_autoscaling_notification.web.group_names': [['other']],
  },
});
