import { FILES_KEY } from '../../../../src/policy/rules/efs/customer-key';
import { describeRule, OTHER_RESOURCES, type Fixture } from '../../support/describe-rule';

const files = (kms_key_id: unknown, data: object = {}): Fixture => ({
  resources: {
    aws_kms_key: { data: { description: 'data' } },
    aws_efs_file_system: { files: { encrypted: true, kms_key_id } },
  },
  beside: { data },
});
// a first plan in a test holds no data sources
const lookedUp = (name: string): Fixture => ({
  ...files('${data.aws_kms_alias.found.target_key_arn}', { aws_kms_alias: { found: { name } } }),
  atPlan: 'unknown',
});

describeRule(FILES_KEY, {
  pass: {
    'a key of the stack': files('${aws_kms_key.data.arn}'),
    'a key that is looked up': lookedUp('alias/data'),
  },
  fail: { 'AWS’s key is looked up': lookedUp('alias/aws/elasticfilesystem') },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable names the key': files('${var.key}') },
  guards: { 'aws_efs_file_system.files.kms_key_id': ['alias/aws/elasticfilesystem', undefined] },
});
