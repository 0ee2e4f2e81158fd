import { plannedImportId } from '../../terraform/recovery/import-ids';
import type { PlaceholderSeed } from '../../terraform/offline/placeholder-arn';
import { placeholderAttribute } from '../../terraform/offline/placeholder-attribute';

/** Attributes that only AWS knows, by resource type: all that the lab has a value for. */
export const LAB_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  aws_acm_certificate: ['arn', 'id'],
  aws_acm_certificate_validation: ['certificate_arn', 'id'],
  aws_autoscaling_group: ['arn', 'id'],
  aws_cloudwatch_log_group: ['arn', 'id'],
  aws_db_instance: ['address', 'arn', 'endpoint', 'master_user_secret', 'resource_id'],
  aws_db_parameter_group: ['arn', 'name'],
  aws_db_subnet_group: ['arn', 'id'],
  aws_efs_access_point: ['arn', 'id'],
  aws_efs_file_system: ['arn', 'dns_name', 'id'],
  aws_efs_mount_target: ['id'],
  aws_iam_instance_profile: ['arn', 'id'],
  aws_iam_role: ['arn', 'id'],
  aws_kms_key: ['arn', 'id', 'key_id'],
  aws_lambda_function: ['arn', 'id'],
  aws_launch_template: ['arn', 'id', 'latest_version'],
  aws_lb: ['arn', 'arn_suffix', 'dns_name', 'id', 'zone_id'],
  aws_lb_listener: ['arn', 'id'],
  aws_lb_target_group: ['arn', 'arn_suffix', 'id'],
  aws_nat_gateway: ['id'],
  aws_route53_zone: ['arn', 'id', 'zone_id'],
  aws_s3_bucket: ['arn', 'bucket_domain_name', 'bucket_regional_domain_name', 'id'],
  aws_secretsmanager_secret: ['arn', 'id'],
  aws_security_group: ['arn', 'id'],
  aws_sns_topic: ['arn', 'id'],
  aws_ssm_parameter: ['arn', 'id'],
  aws_subnet: ['arn', 'id'],
  aws_vpc: ['arn', 'id'],
  aws_vpc_endpoint: ['id', 'prefix_list_id'],
};

/** RDS names the secret of its master user itself. Source: RDS user guide, "Password management with Secrets Manager". */
function masterUserSecret({ accountId, region, hex }: PlaceholderSeed): unknown {
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  const arn = `arn:aws:secretsmanager:${region}:${accountId}:secret:rds!db-${id}-AbCdEf`;
  return [{ secret_arn: arn, secret_status: 'active', kms_key_id: '' }];
}

/**
 * The lab's value for an attribute that only AWS knows; undefined when it has none.
 *
 * `configured` reads the resource's own attributes, of which some ids are made.
 */
export function labAttribute(
  type: string,
  attribute: string,
  seed: PlaceholderSeed,
  configured: (name: string) => string | undefined,
): unknown {
  if (LAB_ATTRIBUTES[type]?.includes(attribute) !== true) return undefined;
  if (type === 'aws_db_instance' && attribute === 'master_user_secret') return masterUserSecret(seed);
  const planned = attribute === 'id' ? plannedImportId(type, configured) : undefined;
  return planned ?? placeholderAttribute(type, attribute, seed);
}
