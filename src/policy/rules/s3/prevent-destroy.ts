import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const PREVENT_DESTROY = defineRule({
  id: 'WPHA-S3-026',
  title: 'what holds data cannot be destroyed by Terraform',
  severity: 'high',
  pack: 'production',
  appliesTo: ['aws_s3_bucket', 'aws_db_instance', 'aws_rds_cluster', 'aws_efs_file_system', 'aws_kms_key'],
  rows: ['S3-026'],
  maps: {},
  why: 'A change that replaces a database looks in a long plan much like one that renames a tag.',
  fix: "Set 'prevent_destroy' to true in 'lifecycle'.",
  check: (resource) => {
    // a replica holds nothing that its source does not have
    if (resource.get('replicate_source_db').isSet) return notApplicable();
    return expectTrue(resource, 'lifecycle.prevent_destroy');
  },
});
