/** Something in which environments may differ. */
export interface AllowedDifference {
  /** Types of resources it is about; absent means all. */
  readonly types?: readonly string[];
  /** Part of the name of the construct or resource. */
  readonly name?: RegExp;
  /** Paths of attributes; absent means that the resource as a whole may be in one environment only. */
  readonly attributes?: readonly string[];
  readonly why: string;
}

/** All in which environments may differ; every other difference makes a test of one say nothing about the other. */
export const ALLOWED_DIFFERENCES: readonly AllowedDifference[] = [
  {
    types: [
      'aws_acm_certificate',
      'aws_acm_certificate_validation',
      'aws_lb_listener',
      'aws_lb_listener_rule',
      'aws_route53_record',
      'aws_route53_zone',
    ],
    why: 'an environment without a domain of its own serves HTTP under the name of its load balancer',
  },
  {
    types: ['aws_vpc_security_group_ingress_rule'],
    name: /FromInternet443/,
    why: 'an environment without a domain has no HTTPS',
  },
  { types: ['aws_autoscaling_schedule'], why: 'some environments are off at night' },
  { types: ['aws_sns_topic_subscription'], why: 'nobody is woken for some environments' },
  {
    types: ['aws_cloudwatch_metric_alarm'],
    name: /CertificateExpiry|HealthyHosts/,
    why: 'alarms about a certificate, and about the loss of one of several instances',
  },
  {
    types: [
      'aws_iam_role',
      'aws_iam_role_policies_exclusive',
      'aws_iam_role_policy_attachment',
      'aws_iam_role_policy_attachments_exclusive',
    ],
    name: /MonitoringRole/,
    why: 'metrics of the operating system of the database cost money',
  },
  {
    attributes: ['lifecycle.prevent_destroy', 'lifecycle.ignore_changes', 'depends_on', 'force_destroy'],
    why: 'protection, and the order that follows from what is there',
  },
  {
    types: ['aws_db_instance', 'aws_kms_key', 'aws_lb', 'aws_secretsmanager_secret'],
    attributes: [
      'apply_immediately',
      'delete_automated_backups',
      'deletion_protection',
      'deletion_window_in_days',
      'enable_deletion_protection',
      'final_snapshot_identifier',
      'recovery_window_in_days',
      'skip_final_snapshot',
    ],
    why: 'protection',
  },
  {
    types: ['aws_autoscaling_group', 'aws_launch_template', 'aws_db_instance', 'aws_cloudwatch_metric_alarm'],
    attributes: [
      'alarm_description',
      'allocated_storage',
      'desired_capacity',
      'instance_class',
      'instance_maintenance_policy.max_healthy_percentage',
      'instance_maintenance_policy.min_healthy_percentage',
      'instance_refresh.preferences.max_healthy_percentage',
      'instance_refresh.preferences.min_healthy_percentage',
      'instance_type',
      'max_allocated_storage',
      'max_size',
      'min_elb_capacity',
      'min_size',
      'multi_az',
      'threshold',
    ],
    why: 'capacity, and thresholds that follow from it',
  },
  {
    types: ['aws_db_instance'],
    attributes: [
      'backup_window',
      'maintenance_window',
      'monitoring_interval',
      'monitoring_role_arn',
      'performance_insights_enabled',
      'performance_insights_kms_key_id',
      'performance_insights_retention_period',
    ],
    why: 'changes reach test environments first, and close observation costs money',
  },
  {
    types: ['aws_cloudwatch_log_group', 'aws_db_instance', 'aws_s3_bucket_lifecycle_configuration'],
    attributes: [
      'backup_retention_period',
      'retention_in_days',
      'rule.expiration.days',
      'rule.noncurrent_version_expiration.noncurrent_days',
      'rule.transition.days',
      'rule.transition.storage_class',
    ],
    why: 'retention',
  },
  {
    types: ['aws_vpc', 'aws_subnet', 'aws_network_acl', 'aws_vpc_security_group_ingress_rule'],
    attributes: ['cidr_block', 'cidr_ipv4', 'ingress.cidr_block', 'egress.cidr_block'],
    why: 'addresses, so that networks can be connected',
  },
  {
    types: [
      'aws_acm_certificate',
      'aws_route53_record',
      'aws_route53_zone',
      'aws_lb_listener_rule',
      'aws_ssm_parameter',
    ],
    attributes: ['domain_name', 'tags.Name', 'name', 'condition.host_header.values', 'insecure_value'],
    why: 'the name of the site',
  },
  {
    types: ['aws_acm_certificate_validation', 'aws_lb_listener'],
    attributes: [
      'default_action.redirect.port',
      'default_action.redirect.protocol',
      'default_action.redirect.status_code',
      'default_action.target_group_arn',
      'default_action.type',
      'validation_record_fqdns',
    ],
    why: 'HTTP redirects where there is HTTPS and serves where there is not',
  },
];

/** Whether environments may differ there; `attribute` is absent for a resource that only one of them has. */
export function mayDiffer(type: string, name: string, attribute?: string): boolean {
  return ALLOWED_DIFFERENCES.some((allowed) => {
    if (allowed.types !== undefined && !allowed.types.includes(type)) return false;
    if (allowed.name !== undefined && !allowed.name.test(name)) return false;
    if (allowed.attributes === undefined) return attribute === undefined;
    return attribute !== undefined && allowed.attributes.includes(attribute);
  });
}
