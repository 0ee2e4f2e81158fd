/** Types whose objects hold data that no plan can bring back. */
const HOLDS_DATA = new Set([
  'aws_backup_vault',
  'aws_cloudwatch_log_group',
  'aws_db_cluster_snapshot',
  'aws_db_instance',
  'aws_db_snapshot',
  'aws_dynamodb_table',
  'aws_ebs_snapshot',
  'aws_ebs_volume',
  'aws_efs_file_system',
  'aws_elasticache_cluster',
  'aws_elasticache_replication_group',
  'aws_elasticache_serverless_cache',
  'aws_fsx_lustre_file_system',
  'aws_fsx_ontap_file_system',
  'aws_fsx_openzfs_file_system',
  'aws_kms_key',
  'aws_memorydb_cluster',
  'aws_opensearch_domain',
  'aws_rds_cluster',
  'aws_rds_cluster_instance',
  'aws_route53_zone',
  'aws_s3_bucket',
  'aws_s3_object',
  'aws_secretsmanager_secret',
  'aws_sqs_queue',
]);

/** Whether destroying an object of this type loses data: content, keys, secrets, or the name servers of a zone. */
export function holdsData(type: string): boolean {
  return HOLDS_DATA.has(type);
}
