/** What a placeholder is made from. */
export interface PlaceholderSeed {
  readonly accountId: string;
  readonly region: string;
  /** The object's own name, or something that looks like one. */
  readonly name: string;
  /** At least 32 hexadecimal digits, the same for the same object at every run. */
  readonly hex: string;
}

/** ARN by resource type: `{r}` region, `{a}` account, `{n}` name, `{i}` id, `{h}` 16 digits, `{u}` UUID. */
const ARNS: Readonly<Record<string, string>> = {
  aws_acm_certificate: 'acm:{r}:{a}:certificate/{u}',
  aws_acm_certificate_validation: 'acm:{r}:{a}:certificate/{u}',
  aws_autoscaling_group: 'autoscaling:{r}:{a}:autoScalingGroup:{u}:autoScalingGroupName/{n}',
  aws_backup_plan: 'backup:{r}:{a}:backup-plan:{u}',
  aws_backup_vault: 'backup:{r}:{a}:backup-vault:{n}',
  aws_cloudfront_distribution: 'cloudfront::{a}:distribution/{i}',
  aws_cloudwatch_event_rule: 'events:{r}:{a}:rule/{n}',
  aws_cloudwatch_log_group: 'logs:{r}:{a}:log-group:{n}',
  aws_cloudwatch_metric_alarm: 'cloudwatch:{r}:{a}:alarm:{n}',
  aws_db_instance: 'rds:{r}:{a}:db:{n}',
  aws_db_parameter_group: 'rds:{r}:{a}:pg:{n}',
  aws_db_subnet_group: 'rds:{r}:{a}:subgrp:{n}',
  aws_dynamodb_table: 'dynamodb:{r}:{a}:table/{n}',
  aws_efs_access_point: 'elasticfilesystem:{r}:{a}:access-point/{i}',
  aws_efs_file_system: 'elasticfilesystem:{r}:{a}:file-system/{i}',
  aws_elasticache_replication_group: 'elasticache:{r}:{a}:replicationgroup:{n}',
  aws_elasticache_subnet_group: 'elasticache:{r}:{a}:subnetgroup:{n}',
  aws_iam_instance_profile: 'iam::{a}:instance-profile/{n}',
  aws_iam_policy: 'iam::{a}:policy/{n}',
  aws_iam_role: 'iam::{a}:role/{n}',
  aws_iam_user: 'iam::{a}:user/{n}',
  aws_kms_alias: 'kms:{r}:{a}:{n}',
  aws_kms_key: 'kms:{r}:{a}:key/{u}',
  aws_lambda_function: 'lambda:{r}:{a}:function:{n}',
  aws_launch_template: 'ec2:{r}:{a}:launch-template/{i}',
  aws_lb: 'elasticloadbalancing:{r}:{a}:loadbalancer/app/{n}/{h}',
  aws_lb_listener: 'elasticloadbalancing:{r}:{a}:listener/app/{n}/{h}/{h}',
  aws_lb_target_group: 'elasticloadbalancing:{r}:{a}:targetgroup/{n}/{h}',
  aws_route53_zone: 'route53:::hostedzone/{i}',
  aws_s3_bucket: 's3:::{n}',
  aws_secretsmanager_secret: 'secretsmanager:{r}:{a}:secret:{n}-AbCdEf',
  aws_sns_topic: 'sns:{r}:{a}:{n}',
  aws_sqs_queue: 'sqs:{r}:{a}:{n}',
  aws_ssm_document: 'ssm:{r}:{a}:document/{n}',
  aws_ssm_parameter: 'ssm:{r}:{a}:parameter/{n}',
  aws_wafv2_ip_set: 'wafv2:{r}:{a}:regional/ipset/{n}/{u}',
  aws_wafv2_web_acl: 'wafv2:{r}:{a}:regional/webacl/{n}/{u}',
};

/** ARN by the name of an attribute that is some other object's ARN. */
const ARNS_OF_OTHERS: Readonly<Record<string, string>> = {
  certificate_arn: 'aws_acm_certificate',
  file_system_arn: 'aws_efs_file_system',
  kms_key_arn: 'aws_kms_key',
  kms_key_id: 'aws_kms_key',
  load_balancer_arn: 'aws_lb',
  role_arn: 'aws_iam_role',
  secret_arn: 'aws_secretsmanager_secret',
  target_group_arn: 'aws_lb_target_group',
  topic_arn: 'aws_sns_topic',
};

/** A well-formed ARN for an object of this type; one of EC2 for types that are not listed. */
export function placeholderArn(type: string, id: string, seed: PlaceholderSeed): string {
  const fallback = `ec2:{r}:{a}:${type.replace(/^aws_/, '').replaceAll('_', '-')}/{i}`;
  const values: Readonly<Record<string, string>> = {
    r: seed.region,
    a: seed.accountId,
    n: seed.name.replace(/^\/(?=.*)/, ''),
    i: id,
    h: seed.hex.slice(0, 16),
    u: placeholderUuid(seed.hex),
  };
  const name = type === 'aws_cloudwatch_log_group' ? { ...values, n: seed.name } : values;
  return `arn:aws:${(ARNS[type] ?? fallback).replace(/\{(\w)\}/g, (_, key: string) => name[key] ?? '')}`;
}

/** The type whose ARN an attribute of this name holds; undefined for other attributes. */
export function typeOfArnAttribute(attribute: string): string | undefined {
  return ARNS_OF_OTHERS[attribute] ?? (attribute.endsWith('_arn') ? 'aws_resource' : undefined);
}

/** A UUID of version 4 made of hexadecimal digits. */
export function placeholderUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
