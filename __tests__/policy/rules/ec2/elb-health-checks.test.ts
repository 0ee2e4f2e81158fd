import { ELB_HEALTH_CHECKS } from '../../../../src/policy/rules/ec2/elb-health-checks';
import { describeRule } from '../../support/describe-rule';
import { group, GROUP_NAME } from './resources';

const BEHIND = { target_group_arns: ['${aws_lb_target_group.web.arn}'] };
const ATTACHED = { aws_autoscaling_attachment: { web: { autoscaling_group_name: GROUP_NAME } } };

describeRule(ELB_HEALTH_CHECKS, {
  pass: {
    'it asks the load balancer': group({ ...BEHIND, health_check_type: 'ELB' }),
    'so does one that is attached': group({ health_check_type: 'ELB' }, ATTACHED),
  },
  fail: {
    'it asks EC2': group({ ...BEHIND, health_check_type: 'EC2' }),
    'nothing is said': group(BEHIND),
    'nor by one that is attached': group({}, ATTACHED),
  },
  notApplicable: { 'a group without a load balancer': group({}) },
  unknown: { 'a variable decides': group({ ...BEHIND, health_check_type: '${var.check}' }) },
  guards: { 'aws_autoscaling_group.web.health_check_type': ['EC2', undefined] },
});
