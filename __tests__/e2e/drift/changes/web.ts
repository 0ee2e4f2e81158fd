import { deleted, invisible, revertable, type OutsideChange } from './outside-change';

const EVERYTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

export const WEB_CHANGES: readonly OutsideChange[] = [
  {
    what: 'the world may reach the shells of the instances',
    call: 'ec2.authorize_security_group_ingress',
    parameters: {
      GroupId: '{aws_security_group.Fleet_SecurityGroup.id}',
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
    finding: invisible(
      ...(['aws_security_group.Fleet_SecurityGroup', 'aws_vpc_security_group_ingress_rule'] as const),
      ...(['critical', 'WPHA-SG-007'] as const),
    ),
  },
  {
    what: 'the load balancer may connect to everything',
    call: 'ec2.authorize_security_group_egress',
    parameters: {
      GroupId: '{aws_security_group.LoadBalancer_SecurityGroup.id}',
      IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
    finding: invisible('aws_security_group.LoadBalancer_SecurityGroup', 'aws_vpc_security_group_egress_rule', 'high'),
  },
  {
    what: 'the site cannot be reached any more',
    call: 'ec2.revoke_security_group_ingress',
    parameters: {
      GroupId: '{aws_security_group.LoadBalancer_SecurityGroup.id}',
      SecurityGroupRuleIds: ['{aws_vpc_security_group_ingress_rule.LoadBalancer_FromInternet80.id}'],
    },
    finding: deleted('aws_vpc_security_group_ingress_rule.LoadBalancer_FromInternet80', 'high'),
  },
  {
    what: 'the load balancer gives up after ten seconds',
    call: 'elbv2.modify_load_balancer_attributes',
    parameters: {
      LoadBalancerArn: '{aws_lb.LoadBalancer.arn}',
      Attributes: [{ Key: 'idle_timeout.timeout_seconds', Value: '10' }],
    },
    finding: revertable('aws_lb.LoadBalancer', 'idle_timeout', 'medium'),
  },
  {
    what: 'a second listener',
    call: 'elbv2.create_listener',
    parameters: {
      ...{ LoadBalancerArn: '{aws_lb.LoadBalancer.arn}', Protocol: 'HTTP', Port: 8080 },
      DefaultActions: [{ Type: 'forward', TargetGroupArn: '{aws_lb_target_group.LoadBalancer_Targets.arn}' }],
    },
    finding: invisible('aws_lb.LoadBalancer', 'aws_lb_listener', 'high'),
  },
  {
    what: 'a rule that sends visitors elsewhere',
    call: 'elbv2.create_rule',
    parameters: {
      ...{ ListenerArn: '{aws_lb_listener.LoadBalancer_Listeners_Http_.arn}', Priority: 7 },
      Conditions: [{ Field: 'path-pattern', Values: ['/shop/*'] }],
      Actions: [{ Type: 'forward', TargetGroupArn: '{aws_lb_target_group.LoadBalancer_Targets.arn}' }],
    },
    finding: invisible('aws_lb_listener.LoadBalancer_Listeners_Http_', 'aws_lb_listener_rule', 'high'),
  },
  {
    what: 'another page tells whether an instance is well',
    call: 'elbv2.modify_target_group',
    parameters: { TargetGroupArn: '{aws_lb_target_group.LoadBalancer_Targets.arn}', HealthCheckPath: '/' },
    finding: revertable('aws_lb_target_group.LoadBalancer_Targets', 'health_check[0].path', 'medium'),
  },
  {
    what: 'sick instances are kept',
    call: 'autoscaling.update_auto_scaling_group',
    parameters: { AutoScalingGroupName: '{aws_autoscaling_group.Fleet_Group.name}', HealthCheckType: 'EC2' },
    finding: revertable('aws_autoscaling_group.Fleet_Group', 'health_check_type', 'medium'),
  },
  {
    what: 'the fleet grows only when it is almost too late',
    call: 'autoscaling.put_scaling_policy',
    parameters: {
      AutoScalingGroupName: '{aws_autoscaling_group.Fleet_Group.name}',
      PolicyName: '{aws_autoscaling_policy.Fleet_Tracking_Cpu.name}',
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingConfiguration: {
        PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
        TargetValue: 99,
      },
    },
    finding: revertable(
      'aws_autoscaling_policy.Fleet_Tracking_Cpu',
      'target_tracking_configuration[0].target_value',
      'medium',
    ),
  },
  {
    what: 'the fleet vanishes at noon',
    call: 'autoscaling.put_scheduled_update_group_action',
    parameters: {
      AutoScalingGroupName: '{aws_autoscaling_group.Fleet_Group.name}',
      ...{ ScheduledActionName: 'noon', Recurrence: '0 12 * * *', MinSize: 0, MaxSize: 0, DesiredCapacity: 0 },
    },
    finding: invisible('aws_autoscaling_group.Fleet_Group', 'aws_autoscaling_schedule', 'high'),
  },
  {
    what: 'a policy that makes the fleet smaller',
    call: 'autoscaling.put_scaling_policy',
    parameters: {
      AutoScalingGroupName: '{aws_autoscaling_group.Fleet_Group.name}',
      ...{
        PolicyName: 'shrink',
        PolicyType: 'SimpleScaling',
        AdjustmentType: 'ChangeInCapacity',
        ScalingAdjustment: -1,
      },
    },
    finding: invisible('aws_autoscaling_group.Fleet_Group', 'aws_autoscaling_policy', 'high'),
  },
  {
    what: 'nobody waits until an instance is ready',
    call: 'autoscaling.delete_lifecycle_hook',
    parameters: {
      AutoScalingGroupName: '{aws_autoscaling_group.Fleet_Group.name}',
      LifecycleHookName: '{aws_autoscaling_lifecycle_hook.Fleet_Group_LaunchHook.name}',
    },
    finding: deleted('aws_autoscaling_lifecycle_hook.Fleet_Group_LaunchHook', 'high'),
  },
  {
    what: 'the site has another title',
    call: 'ssm.put_parameter',
    parameters: { Name: '{aws_ssm_parameter.Setting-site-title.name}', Value: 'Hacked', Overwrite: true },
    finding: revertable('aws_ssm_parameter.Setting-site-title', 'insecure_value', 'medium'),
  },
  {
    what: 'instances do not find their database',
    call: 'ssm.delete_parameter',
    parameters: { Name: '{aws_ssm_parameter.Setting-database-name.name}' },
    finding: deleted('aws_ssm_parameter.Setting-database-name', 'high'),
  },
  {
    what: 'instances may do everything by their own policy',
    call: 'iam.put_role_policy',
    parameters: {
      RoleName: '{aws_iam_role.InstanceRole.name}',
      PolicyName: '{aws_iam_role_policy.InstanceRole_Policy.name}',
      PolicyDocument: EVERYTHING,
    },
    finding: revertable('aws_iam_role_policy.InstanceRole_Policy', 'policy', 'critical', 'WPHA-IAM-002'),
  },
  {
    what: 'instances may do everything by a policy beside it',
    call: 'iam.put_role_policy',
    parameters: {
      ...{ RoleName: '{aws_iam_role.InstanceRole.name}', PolicyName: 'by-hand', PolicyDocument: EVERYTHING },
    },
    finding: revertable(
      'aws_iam_role_policies_exclusive.InstanceRole_ExclusivePolicies_Inline',
      'aws_iam_role_policy',
      'critical',
      'WPHA-IAM-002',
    ),
  },
  {
    what: 'instances have no role',
    call: 'iam.remove_role_from_instance_profile',
    parameters: {
      InstanceProfileName: '{aws_iam_instance_profile.InstanceRole_Profile.name}',
      RoleName: '{aws_iam_role.InstanceRole.name}',
    },
    finding: revertable('aws_iam_instance_profile.InstanceRole_Profile', 'role', 'medium'),
  },
  {
    what: 'the log of cron is gone',
    call: 'logs.delete_log_group',
    parameters: { logGroupName: '{aws_cloudwatch_log_group.Logs_cron.name}' },
    finding: deleted('aws_cloudwatch_log_group.Logs_cron', 'critical'),
  },
];
