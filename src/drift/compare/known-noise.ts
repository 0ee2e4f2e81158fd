/** Attributes that AWS moves by itself, by resource type; `*` holds for every type. */
const VOLATILE: Readonly<Record<string, readonly string[]>> = {
  '*': ['tags_all', 'timeouts'],
  // its use and its renewal; that it is issued, or is not any more, is told
  aws_acm_certificate: ['not_after', 'not_before', 'pending_renewal', 'renewal_eligibility', 'renewal_summary'],
  aws_autoscaling_group: ['load_balancers', 'predicted_capacity', 'target_group_arns', 'warm_pool_size'],
  aws_cloudwatch_metric_alarm: ['evaluate_low_sample_count_percentiles'],
  aws_db_instance: ['latest_restorable_time', 'replicas', 'status', 'engine_version_actual', 'master_user_secret'],
  // a subnet leaves it for the ACL that names the subnet, whose own entry tells when that changes
  aws_default_network_acl: ['subnet_ids'],
  aws_efs_file_system: ['number_of_mount_targets', 'size_in_bytes'],
  aws_lambda_function: ['last_modified', 'qualified_arn', 'version'],
  aws_launch_template: ['latest_version'],
  aws_lb_target_group: ['load_balancer_arns'],
  aws_route53_zone: ['name_servers', 'primary_name_server'],
  aws_ssm_parameter: ['version'],
  aws_vpc: ['default_network_acl_id', 'default_route_table_id', 'default_security_group_id'],
};

/** Whether an attribute moves without anybody changing it, so that its difference says nothing. */
export function isVolatile(type: string, attribute: string): boolean {
  const own = Object.hasOwn(VOLATILE, type) ? VOLATILE[type] : undefined;
  return [...(VOLATILE['*'] ?? []), ...(own ?? [])].includes(attribute);
}
