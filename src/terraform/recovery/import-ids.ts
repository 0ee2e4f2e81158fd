/** Reads an attribute of the object in question; undefined when it is not known. */
export type AttributeReader = (name: string) => string | undefined;

/**
 * Ids for `terraform import` where they differ from the object's own id. `{a|b}` is the first of these attributes that
 * is known. From the "Import" section of each resource's documentation, hashicorp/aws 5.100.0.
 */
const COMPOSED: Readonly<Record<string, string>> = {
  aws_appautoscaling_policy: '{service_namespace}/{resource_id}/{scalable_dimension}/{name}',
  aws_appautoscaling_target: '{service_namespace}/{resource_id}/{scalable_dimension}',
  aws_autoscaling_lifecycle_hook: '{autoscaling_group_name}/{name}',
  aws_autoscaling_policy: '{autoscaling_group_name}/{name}',
  aws_autoscaling_schedule: '{autoscaling_group_name}/{scheduled_action_name}',
  aws_backup_selection: '{plan_id}|{id}',
  aws_cloudwatch_event_target: '{event_bus_name}/{rule}/{target_id}',
  aws_cloudwatch_log_metric_filter: '{log_group_name}:{name}',
  aws_cloudwatch_log_subscription_filter: '{log_group_name}|{name}',
  aws_db_instance: '{identifier}',
  aws_default_route_table: '{vpc_id}',
  aws_iam_role_policy: '{role}:{name}',
  aws_iam_role_policy_attachment: '{role}/{policy_arn}',
  aws_lambda_alias: '{function_name}/{name}',
  aws_lambda_permission: '{function_name}/{statement_id}',
  aws_network_acl_rule: '{network_acl_id}:{rule_number}:{protocol}:{egress}',
  aws_route: '{route_table_id}_{destination_cidr_block|destination_ipv6_cidr_block|destination_prefix_list_id}',
  aws_route_table_association: '{subnet_id|gateway_id}/{route_table_id}',
  aws_s3_object: '{bucket}/{key}',
  aws_vpc_endpoint_route_table_association: '{vpc_endpoint_id}/{route_table_id}',
  aws_vpc_endpoint_subnet_association: '{vpc_endpoint_id}/{subnet_id}',
  aws_wafv2_ip_set: '{id}/{name}/{scope}',
  aws_wafv2_web_acl: '{id}/{name}/{scope}',
};

/** Ids that are names chosen before the creation, so an object can be found although its creation was cut off. */
const NAMED: Readonly<Record<string, string>> = {
  aws_autoscaling_group: '{name}',
  aws_backup_vault: '{name}',
  aws_cloudwatch_composite_alarm: '{alarm_name}',
  aws_cloudwatch_dashboard: '{dashboard_name}',
  aws_cloudwatch_event_rule: '{name}',
  aws_cloudwatch_log_group: '{name}',
  aws_cloudwatch_log_resource_policy: '{policy_name}',
  aws_cloudwatch_metric_alarm: '{alarm_name}',
  aws_db_event_subscription: '{name}',
  aws_db_option_group: '{name}',
  aws_db_parameter_group: '{name}',
  aws_db_subnet_group: '{name}',
  aws_dynamodb_table: '{name}',
  aws_efs_backup_policy: '{file_system_id}',
  aws_efs_file_system_policy: '{file_system_id}',
  aws_elasticache_parameter_group: '{name}',
  aws_elasticache_replication_group: '{replication_group_id}',
  aws_elasticache_subnet_group: '{name}',
  aws_elasticache_user: '{user_id}',
  aws_elasticache_user_group: '{user_group_id}',
  aws_iam_instance_profile: '{name}',
  aws_iam_role: '{name}',
  aws_kms_alias: '{name}',
  aws_kms_key_policy: '{key_id}',
  aws_lambda_function: '{function_name}',
  aws_s3_bucket: '{bucket}',
  aws_s3_bucket_cors_configuration: '{bucket}',
  aws_s3_bucket_lifecycle_configuration: '{bucket}',
  aws_s3_bucket_logging: '{bucket}',
  aws_s3_bucket_notification: '{bucket}',
  aws_s3_bucket_object_lock_configuration: '{bucket}',
  aws_s3_bucket_ownership_controls: '{bucket}',
  aws_s3_bucket_policy: '{bucket}',
  aws_s3_bucket_public_access_block: '{bucket}',
  aws_s3_bucket_replication_configuration: '{bucket}',
  aws_s3_bucket_server_side_encryption_configuration: '{bucket}',
  aws_s3_bucket_versioning: '{bucket}',
  aws_secretsmanager_secret_policy: '{secret_arn}',
  aws_sns_topic_policy: '{arn}',
  aws_sqs_queue_policy: '{queue_url}',
  aws_ssm_document: '{name}',
  aws_ssm_parameter: '{name}',
};

/** Nothing to adopt: there is no object, or making it again does no harm. */
const MADE_AGAIN = new Set([
  'aws_acm_certificate_validation',
  'aws_autoscaling_attachment',
  'aws_autoscaling_notification',
  // these take over what every VPC has
  'aws_default_network_acl',
  'aws_default_route_table',
  'aws_default_security_group',
  // these only say what a role may hold
  'aws_iam_role_policies_exclusive',
  'aws_iam_role_policy_attachments_exclusive',
  'aws_lambda_invocation',
  'aws_lb_target_group_attachment',
  'terraform_data',
]);

/** Whether an object of this type can simply be made once more. */
export function isMadeAgain(type: string): boolean {
  return MADE_AGAIN.has(type);
}

/** The import id of an object whose own id is known. */
export function importIdOf(type: string, id: string, attribute: AttributeReader): string | undefined {
  const template = COMPOSED[type];
  return template === undefined ? id : fill(template, (name) => (name === 'id' ? id : attribute(name)));
}

/** The import id of an object of which only planned attributes are known; undefined when AWS chooses the id. */
export function plannedImportId(type: string, attribute: AttributeReader): string | undefined {
  const template = COMPOSED[type] ?? NAMED[type];
  return template === undefined ? undefined : fill(template, attribute);
}

/** Attributes that the import id of this type is made of. */
export function importAttributes(type: string): string[] {
  const template = COMPOSED[type] ?? NAMED[type] ?? '';
  return [...template.matchAll(/\{([^}]+)\}/g)]
    .flatMap(([, names = '']) => names.split('|'))
    .filter((name) => name !== 'id');
}

function fill(template: string, attribute: AttributeReader): string | undefined {
  let complete = true;
  const id = template.replace(/\{([^}]+)\}/g, (_, names: string) => {
    const value = names
      .split('|')
      .map(attribute)
      .find((each) => each !== undefined && each !== '');
    if (value === undefined) complete = false;
    return value ?? '';
  });
  return complete ? id : undefined;
}
