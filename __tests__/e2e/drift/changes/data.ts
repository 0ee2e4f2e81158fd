import { deleted, invisible, revertable, type OutsideChange } from './outside-change';

/** Somebody grants everybody the right to read. */
const OPEN_POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }],
});
const OPEN_TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'sts:AssumeRole' }],
});

export const DATA_CHANGES: readonly OutsideChange[] = [
  {
    what: 'the database keeps backups for a day',
    call: 'rds.modify_db_instance',
    parameters: {
      DBInstanceIdentifier: '{aws_db_instance.Database.identifier}',
      ...{ BackupRetentionPeriod: 1, ApplyImmediately: true },
    },
    finding: revertable('aws_db_instance.Database', 'backup_retention_period', 'medium'),
  },
  {
    what: 'the database takes connections in clear',
    call: 'rds.modify_db_parameter_group',
    parameters: {
      DBParameterGroupName: '{aws_db_parameter_group.Database_Parameters.name}',
      Parameters: [{ ParameterName: 'require_secure_transport', ParameterValue: '0', ApplyMethod: 'immediate' }],
    },
    finding: revertable('aws_db_parameter_group.Database_Parameters', 'parameter', 'medium'),
  },
  {
    what: 'the world may reach the database',
    call: 'ec2.authorize_security_group_ingress',
    parameters: {
      GroupId: '{aws_security_group.Database_SecurityGroup.id}',
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 3306, ToPort: 3306, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
    finding: invisible(
      ...(['aws_security_group.Database_SecurityGroup', 'aws_vpc_security_group_ingress_rule'] as const),
      ...(['critical', 'WPHA-SG-007', 'WPHA-SG-017'] as const),
    ),
  },
  {
    what: 'the shield of the media bucket is gone',
    call: 's3.delete_public_access_block',
    parameters: { Bucket: '{aws_s3_bucket.MediaBucket.id}' },
    finding: deleted('aws_s3_bucket_public_access_block.MediaBucket', 'high', 'WPHA-S3-001'),
  },
  {
    what: 'the shield of the releases bucket has a hole',
    call: 's3.put_public_access_block',
    parameters: {
      Bucket: '{aws_s3_bucket.ReleasesBucket.id}',
      PublicAccessBlockConfiguration: {
        ...{ BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: false, RestrictPublicBuckets: true },
      },
    },
    finding: revertable('aws_s3_bucket_public_access_block.ReleasesBucket', 'block_public_policy', 'high'),
  },
  {
    what: 'backups are not versioned any more',
    call: 's3.put_bucket_versioning',
    parameters: {
      Bucket: '{aws_s3_bucket.BackupsBucket.id}',
      VersioningConfiguration: { Status: 'Suspended' },
    },
    finding: revertable('aws_s3_bucket_versioning.BackupsBucket', 'versioning_configuration[0].status', 'medium'),
  },
  {
    what: 'the media bucket takes requests in clear',
    call: 's3.delete_bucket_policy',
    parameters: { Bucket: '{aws_s3_bucket.MediaBucket.id}' },
    finding: deleted('aws_s3_bucket_policy.MediaBucket', 'high'),
  },
  {
    what: 'everybody may read releases',
    call: 's3.put_bucket_policy',
    parameters: { Bucket: '{aws_s3_bucket.ReleasesBucket.id}', Policy: OPEN_POLICY },
    finding: revertable('aws_s3_bucket_policy.ReleasesBucket', 'policy', 'high'),
  },
  {
    what: 'backups never expire',
    call: 's3.delete_bucket_lifecycle',
    parameters: { Bucket: '{aws_s3_bucket.BackupsBucket.id}' },
    finding: deleted('aws_s3_bucket_lifecycle_configuration.BackupsBucket', 'high'),
  },
  {
    what: 'whoever writes a log owns it',
    call: 's3.put_bucket_ownership_controls',
    parameters: {
      Bucket: '{aws_s3_bucket.LogsBucket.id}',
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    },
    finding: revertable('aws_s3_bucket_ownership_controls.LogsBucket', 'rule[0].object_ownership', 'medium'),
  },
  {
    what: 'requests to the media bucket are not recorded any more',
    call: 's3.put_bucket_logging',
    parameters: { Bucket: '{aws_s3_bucket.MediaBucket.id}', BucketLoggingStatus: {} },
    finding: deleted('aws_s3_bucket_logging.MediaBucket', 'high'),
  },
  {
    what: 'backups are encrypted with the key of S3',
    call: 's3.put_bucket_encryption',
    parameters: {
      Bucket: '{aws_s3_bucket.BackupsBucket.id}',
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    },
    finding: revertable(
      'aws_s3_bucket_server_side_encryption_configuration.BackupsBucket',
      'rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id',
      'medium',
    ),
  },
  {
    what: 'uploads are never moved to cheaper storage',
    call: 'efs.put_lifecycle_configuration',
    parameters: { FileSystemId: '{aws_efs_file_system.Files.id}', LifecyclePolicies: [] },
    finding: revertable('aws_efs_file_system.Files', 'lifecycle_policy', 'high'),
  },
  {
    what: 'uploads are not backed up any more',
    call: 'efs.put_backup_policy',
    parameters: { FileSystemId: '{aws_efs_file_system.Files.id}', BackupPolicy: { Status: 'DISABLED' } },
    finding: revertable('aws_efs_backup_policy.Files_Backup', 'backup_policy[0].status', 'medium'),
  },
  {
    what: 'a second door into the uploads',
    call: 'efs.create_access_point',
    parameters: { FileSystemId: '{aws_efs_file_system.Files.id}', ClientToken: 'by-hand' },
    finding: invisible('aws_efs_file_system.Files', 'aws_efs_access_point', 'high'),
  },
  {
    what: 'the third zone does not reach the uploads',
    call: 'efs.delete_mount_target',
    parameters: { MountTargetId: '{aws_efs_mount_target.Files_MountTarget-eu-west-1c.id}' },
    finding: deleted('aws_efs_mount_target.Files_MountTarget-eu-west-1c', 'high'),
  },
  {
    what: 'another account may use the role for backups',
    call: 'iam.update_assume_role_policy',
    parameters: { RoleName: '{aws_iam_role.BackupRole.name}', PolicyDocument: OPEN_TRUST },
    finding: revertable('aws_iam_role.BackupRole', 'assume_role_policy', 'high'),
  },
  {
    what: 'the function has a minute less',
    call: 'lambda.update_function_configuration',
    parameters: { FunctionName: '{aws_lambda_function.DatabaseUser.function_name}', Timeout: 3 },
    finding: revertable('aws_lambda_function.DatabaseUser', 'timeout', 'medium'),
  },
  {
    what: 'the secret is described in other words',
    call: 'secretsmanager.update_secret',
    parameters: { SecretId: '{aws_secretsmanager_secret.DatabaseUser_Secret.arn}', Description: 'by hand' },
    finding: revertable('aws_secretsmanager_secret.DatabaseUser_Secret', 'description', 'medium'),
  },
  {
    what: 'errors of the database are kept for a day',
    call: 'logs.put_retention_policy',
    parameters: { logGroupName: '{aws_cloudwatch_log_group.Database_Logs_error.name}', retentionInDays: 1 },
    finding: revertable('aws_cloudwatch_log_group.Database_Logs_error', 'retention_in_days', 'medium'),
  },
];
