/** Calls by which resources of a type are changed. */
export interface TypeEvents {
  /** Attributes of the state whose values CloudTrail may know the resource by, the likeliest first. */
  readonly known: readonly string[];
  /** Service without regions: its events are in us-east-1. */
  readonly global?: boolean;
  /**
   * Names of events to the attributes that they change: `*` any, `-` the resource itself is taken away, `+` something is added
   * to it where no apply looks.
   */
  readonly events: Readonly<Record<string, readonly string[]>>;
}

const TAGS = ['tags', 'tags_all'];
const EC2_TAGS = { CreateTags: TAGS, DeleteTags: TAGS };
const TAG_RESOURCE = { TagResource: TAGS, UntagResource: TAGS };
const RDS_TAGS = { AddTagsToResource: TAGS, RemoveTagsFromResource: TAGS };
const ELB_TAGS = { AddTags: TAGS, RemoveTags: TAGS };
const BUCKET = ['bucket', 'id'];

/** By Terraform type; events have the names that the CloudTrail documentation of each service gives. */
export const TYPE_EVENTS: Readonly<Record<string, TypeEvents>> = {
  aws_acm_certificate: { known: ['arn'], events: { UpdateCertificateOptions: ['options'], DeleteCertificate: ['-'] } },
  aws_autoscaling_group: {
    known: ['name'],
    events: {
      UpdateAutoScalingGroup: ['*'],
      SetDesiredCapacity: ['desired_capacity'],
      SuspendProcesses: ['suspended_processes'],
      ResumeProcesses: ['suspended_processes'],
      CreateOrUpdateTags: ['tag'],
      DeleteTags: ['tag'],
      AttachLoadBalancerTargetGroups: ['target_group_arns'],
      DetachLoadBalancerTargetGroups: ['target_group_arns'],
      DeleteAutoScalingGroup: ['-'],
    },
  },
  aws_autoscaling_policy: { known: ['name', 'arn'], events: { PutScalingPolicy: ['*'], DeletePolicy: ['-'] } },
  aws_cloudwatch_log_group: {
    known: ['name', 'arn'],
    events: {
      PutRetentionPolicy: ['retention_in_days'],
      DeleteRetentionPolicy: ['retention_in_days'],
      AssociateKmsKey: ['kms_key_id'],
      DisassociateKmsKey: ['kms_key_id'],
      DeleteLogGroup: ['-'],
      ...TAG_RESOURCE,
    },
  },
  aws_cloudwatch_metric_alarm: {
    known: ['alarm_name', 'arn'],
    events: {
      PutMetricAlarm: ['*'],
      EnableAlarmActions: ['actions_enabled'],
      DisableAlarmActions: ['actions_enabled'],
      DeleteAlarms: ['-'],
      ...TAG_RESOURCE,
    },
  },
  aws_db_instance: {
    known: ['identifier', 'arn'],
    events: { ModifyDBInstance: ['*'], DeleteDBInstance: ['-'], ...RDS_TAGS },
  },
  aws_db_parameter_group: {
    known: ['name', 'arn'],
    events: {
      ModifyDBParameterGroup: ['parameter'],
      ResetDBParameterGroup: ['parameter'],
      DeleteDBParameterGroup: ['-'],
      ...RDS_TAGS,
    },
  },
  aws_db_subnet_group: {
    known: ['name', 'arn'],
    events: { ModifyDBSubnetGroup: ['*'], DeleteDBSubnetGroup: ['-'], ...RDS_TAGS },
  },
  aws_efs_file_system: {
    known: ['id', 'arn'],
    events: {
      UpdateFileSystem: ['throughput_mode', 'provisioned_throughput_in_mibps'],
      PutLifecycleConfiguration: ['lifecycle_policy'],
      CreateMountTarget: ['+'],
      DeleteFileSystem: ['-'],
      ...TAG_RESOURCE,
    },
  },
  aws_efs_mount_target: {
    known: ['id', 'file_system_id'],
    events: { ModifyMountTargetSecurityGroups: ['security_groups'], DeleteMountTarget: ['-'] },
  },
  aws_iam_role: {
    known: ['name', 'arn'],
    global: true,
    events: {
      UpdateAssumeRolePolicy: ['assume_role_policy'],
      UpdateRole: ['description', 'max_session_duration'],
      PutRolePermissionsBoundary: ['permissions_boundary'],
      DeleteRolePermissionsBoundary: ['permissions_boundary'],
      AttachRolePolicy: ['managed_policy_arns', '+'],
      DetachRolePolicy: ['managed_policy_arns'],
      PutRolePolicy: ['inline_policy', '+'],
      DeleteRolePolicy: ['inline_policy'],
      TagRole: TAGS,
      UntagRole: TAGS,
      DeleteRole: ['-'],
    },
  },
  aws_iam_role_policies_exclusive: {
    known: ['role_name'],
    global: true,
    events: { PutRolePolicy: ['policy_names', '+'], DeleteRolePolicy: ['policy_names'] },
  },
  aws_iam_role_policy: {
    known: ['role', 'name'],
    global: true,
    events: { PutRolePolicy: ['policy'], DeleteRolePolicy: ['-'] },
  },
  aws_iam_role_policy_attachment: {
    known: ['role', 'policy_arn'],
    global: true,
    events: { DetachRolePolicy: ['-'] },
  },
  aws_iam_role_policy_attachments_exclusive: {
    known: ['role_name'],
    global: true,
    events: { AttachRolePolicy: ['policy_arns', '+'], DetachRolePolicy: ['policy_arns'] },
  },
  aws_kms_key: {
    known: ['arn', 'key_id'],
    events: {
      PutKeyPolicy: ['policy'],
      EnableKeyRotation: ['enable_key_rotation', 'rotation_period_in_days'],
      DisableKeyRotation: ['enable_key_rotation'],
      EnableKey: ['is_enabled'],
      DisableKey: ['is_enabled'],
      UpdateKeyDescription: ['description'],
      ScheduleKeyDeletion: ['-'],
      ...TAG_RESOURCE,
    },
  },
  aws_lambda_function: {
    known: ['function_name', 'arn'],
    events: {
      UpdateFunctionConfiguration20150331v2: ['*'],
      UpdateFunctionCode20150331v2: ['source_code_hash', 'code_sha256', 'last_modified'],
      DeleteFunction20150331: ['-'],
    },
  },
  aws_launch_template: {
    known: ['id', 'name'],
    events: {
      CreateLaunchTemplateVersion: ['*'],
      ModifyLaunchTemplate: ['default_version'],
      DeleteLaunchTemplate: ['-'],
      ...EC2_TAGS,
    },
  },
  aws_lb: {
    known: ['arn', 'name'],
    events: {
      ModifyLoadBalancerAttributes: ['*'],
      SetSecurityGroups: ['security_groups'],
      SetSubnets: ['subnets', 'subnet_mapping'],
      CreateListener: ['+'],
      DeleteLoadBalancer: ['-'],
      ...ELB_TAGS,
    },
  },
  aws_lb_listener: {
    known: ['arn'],
    events: { ModifyListener: ['*'], CreateRule: ['+'], DeleteListener: ['-'], ...ELB_TAGS },
  },
  aws_lb_listener_rule: {
    known: ['arn', 'listener_arn'],
    events: { ModifyRule: ['*'], SetRulePriorities: ['priority'], DeleteRule: ['-'] },
  },
  aws_lb_target_group: {
    known: ['arn', 'name'],
    events: {
      ModifyTargetGroup: ['health_check'],
      ModifyTargetGroupAttributes: ['*'],
      DeleteTargetGroup: ['-'],
      ...ELB_TAGS,
    },
  },
  aws_network_acl: {
    known: ['id'],
    events: {
      CreateNetworkAclEntry: ['ingress', 'egress'],
      ReplaceNetworkAclEntry: ['ingress', 'egress'],
      DeleteNetworkAclEntry: ['ingress', 'egress'],
      ReplaceNetworkAclAssociation: ['subnet_ids'],
      DeleteNetworkAcl: ['-'],
      ...EC2_TAGS,
    },
  },
  aws_route: {
    known: ['route_table_id'],
    events: { ReplaceRoute: ['*'], DeleteRoute: ['-'] },
  },
  aws_route_table: {
    known: ['id'],
    events: {
      CreateRoute: ['route', '+'],
      ReplaceRoute: ['route'],
      DeleteRoute: ['route'],
      DeleteRouteTable: ['-'],
      ...EC2_TAGS,
    },
  },
  aws_route53_record: { known: ['zone_id'], global: true, events: { ChangeResourceRecordSets: ['*', '-'] } },
  aws_route53_zone: {
    known: ['zone_id'],
    global: true,
    events: { ChangeResourceRecordSets: ['+'], ChangeTagsForResource: TAGS, DeleteHostedZone: ['-'] },
  },
  aws_s3_bucket: {
    known: BUCKET,
    events: { PutBucketTagging: TAGS, DeleteBucketTagging: TAGS, DeleteBucket: ['-'] },
  },
  aws_s3_bucket_lifecycle_configuration: {
    known: BUCKET,
    events: { PutBucketLifecycle: ['*'], DeleteBucketLifecycle: ['-'] },
  },
  aws_s3_bucket_logging: { known: BUCKET, events: { PutBucketLogging: ['*', '-'] } },
  aws_s3_bucket_ownership_controls: {
    known: BUCKET,
    events: { PutBucketOwnershipControls: ['*'], DeleteBucketOwnershipControls: ['-'] },
  },
  aws_s3_bucket_policy: { known: BUCKET, events: { PutBucketPolicy: ['policy'], DeleteBucketPolicy: ['-'] } },
  aws_s3_bucket_public_access_block: {
    known: BUCKET,
    events: { PutBucketPublicAccessBlock: ['*'], DeleteBucketPublicAccessBlock: ['-'] },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    known: BUCKET,
    events: { PutBucketEncryption: ['*'], DeleteBucketEncryption: ['-', '*'] },
  },
  aws_s3_bucket_versioning: { known: BUCKET, events: { PutBucketVersioning: ['*'] } },
  aws_secretsmanager_secret: {
    known: ['arn', 'name'],
    events: {
      UpdateSecret: ['*'],
      PutResourcePolicy: ['policy'],
      DeleteResourcePolicy: ['policy'],
      DeleteSecret: ['-'],
      ...TAG_RESOURCE,
    },
  },
  aws_security_group: {
    known: ['id'],
    events: {
      AuthorizeSecurityGroupIngress: ['ingress', '+'],
      RevokeSecurityGroupIngress: ['ingress'],
      AuthorizeSecurityGroupEgress: ['egress', '+'],
      RevokeSecurityGroupEgress: ['egress'],
      ModifySecurityGroupRules: ['ingress', 'egress', '+'],
      DeleteSecurityGroup: ['-'],
      ...EC2_TAGS,
    },
  },
  aws_sns_topic: {
    known: ['arn'],
    events: { SetTopicAttributes: ['*'], Subscribe: ['+'], DeleteTopic: ['-'], ...TAG_RESOURCE },
  },
  aws_ssm_parameter: {
    known: ['name', 'arn'],
    events: { PutParameter: ['*'], DeleteParameter: ['-'], DeleteParameters: ['-'], ...RDS_TAGS },
  },
  aws_subnet: {
    known: ['id'],
    events: { ModifySubnetAttribute: ['*'], DeleteSubnet: ['-'], ...EC2_TAGS },
  },
  aws_vpc: { known: ['id'], events: { ModifyVpcAttribute: ['*'], DeleteVpc: ['-'], ...EC2_TAGS } },
  aws_vpc_endpoint: {
    known: ['id'],
    events: { ModifyVpcEndpoint: ['*'], DeleteVpcEndpoints: ['-'], ...EC2_TAGS },
  },
  aws_vpc_security_group_egress_rule: {
    known: ['security_group_rule_id', 'security_group_id'],
    events: { ModifySecurityGroupRules: ['*'], RevokeSecurityGroupEgress: ['-'], ...EC2_TAGS },
  },
  aws_vpc_security_group_ingress_rule: {
    known: ['security_group_rule_id', 'security_group_id'],
    events: { ModifySecurityGroupRules: ['*'], RevokeSecurityGroupIngress: ['-'], ...EC2_TAGS },
  },
};
