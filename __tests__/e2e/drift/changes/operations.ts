import { deleted, invisible, revertable, type OutsideChange } from './outside-change';

const OPEN_TOPIC = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sns:Publish', Resource: '*' }],
});

export const OPERATIONS_CHANGES: readonly OutsideChange[] = [
  {
    what: 'an alarm that waits until it is too late',
    call: 'cloudwatch.put_metric_alarm',
    parameters: {
      AlarmName: '{aws_cloudwatch_metric_alarm.Fleet_FleetCpu.alarm_name}',
      ...{ Namespace: 'AWS/EC2', MetricName: 'CPUUtilization', Statistic: 'Average', Period: 60 },
      ...{ ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 60, Threshold: 99 },
    },
    finding: revertable('aws_cloudwatch_metric_alarm.Fleet_FleetCpu', 'alarm_actions', 'medium'),
  },
  {
    what: 'an alarm that is gone',
    call: 'cloudwatch.delete_alarms',
    parameters: { AlarmNames: ['{aws_cloudwatch_metric_alarm.LoadBalancer_Latency.alarm_name}'] },
    finding: deleted('aws_cloudwatch_metric_alarm.LoadBalancer_Latency', 'high'),
  },
  {
    what: 'warnings lie unencrypted',
    call: 'sns.set_topic_attributes',
    parameters: {
      ...{ TopicArn: '{aws_sns_topic.WarningTopic.arn}', AttributeName: 'KmsMasterKeyId', AttributeValue: '' },
    },
    finding: revertable('aws_sns_topic.WarningTopic', 'kms_master_key_id', 'medium'),
  },
  {
    what: 'everybody may raise an alarm',
    call: 'sns.set_topic_attributes',
    parameters: {
      ...{ TopicArn: '{aws_sns_topic.CriticalTopic.arn}', AttributeName: 'Policy', AttributeValue: OPEN_TOPIC },
    },
    finding: revertable('aws_sns_topic_policy.CriticalTopic_Policy', 'policy', 'high'),
  },
  {
    what: 'somebody reads the alarms along',
    call: 'sns.subscribe',
    parameters: { TopicArn: '{aws_sns_topic.CriticalTopic.arn}', Protocol: 'sms', Endpoint: '+15005550006' },
    finding: invisible('aws_sns_topic.CriticalTopic', 'aws_sns_topic_subscription', 'high'),
  },
  {
    what: 'errors of the site are not counted any more',
    call: 'logs.delete_metric_filter',
    parameters: {
      logGroupName: '{aws_cloudwatch_log_metric_filter.SiteErrors.log_group_name}',
      filterName: '{aws_cloudwatch_log_metric_filter.SiteErrors.name}',
    },
    finding: deleted('aws_cloudwatch_log_metric_filter.SiteErrors', 'high'),
  },
  {
    what: 'nobody hears of the database',
    call: 'rds.delete_event_subscription',
    parameters: { SubscriptionName: '{aws_db_event_subscription.DatabaseEvents.name}' },
    finding: deleted('aws_db_event_subscription.DatabaseEvents', 'high'),
  },
  {
    what: 'nobody hears of the fleet',
    call: 'autoscaling.delete_notification_configuration',
    parameters: {
      AutoScalingGroupName: '{aws_autoscaling_group.Fleet_Group.name}',
      TopicARN: '{aws_sns_topic.CriticalTopic.arn}',
    },
    finding: deleted('aws_autoscaling_notification.FleetEvents', 'high'),
  },
  {
    what: 'nobody is written to when an alarm is raised',
    call: 'sns.unsubscribe',
    parameters: { SubscriptionArn: '{aws_sns_topic_subscription.CriticalTopic_Email.arn}' },
    finding: deleted('aws_sns_topic_subscription.CriticalTopic_Email', 'high'),
  },
];
