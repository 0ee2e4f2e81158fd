import { PREVENT_DESTROY } from '../../../../src/policy/rules/s3/prevent-destroy';
import { describeRule, type Fixture } from '../../support/describe-rule';

const TYPES = ['aws_s3_bucket', 'aws_db_instance', 'aws_rds_cluster', 'aws_efs_file_system', 'aws_kms_key'];
// a plan does not hold `lifecycle`
const withLifecycle = (type: string, lifecycle: object): Fixture => ({
  resources: { [type]: { data: { lifecycle } } },
  atPlan: 'unknown',
});

describeRule(PREVENT_DESTROY, {
  pass: { 'Terraform refuses': withLifecycle('aws_s3_bucket', { prevent_destroy: true }) },
  fail: Object.fromEntries(TYPES.map((type) => [`${type} says nothing`, withLifecycle(type, {})])),
  notApplicable: { 'a replica': { aws_db_instance: { copy: { replicate_source_db: 'main' } } } },
  unknown: {},
  guards: {
    'aws_s3_bucket.data.lifecycle.prevent_destroy': [false, undefined],
    'aws_s3_bucket.data.lifecycle': [undefined],
  },
});
