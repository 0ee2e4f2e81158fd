import { expectCustomerKey } from '../../rule/customer-key';
import { defineRule } from '../../rule/rule';

export const FILES_KEY = defineRule({
  id: 'WPHA-EFS-002',
  title: 'file systems are encrypted with a key of the account',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_efs_file_system'],
  rows: ['EFS-002'],
  maps: { checkov: ['CKV_AWS_184'] },
  why: 'The key that AWS manages cannot be shared, so a backup under it can never be copied to another account.',
  fix: "Set 'kms_key_id' to the ARN of a key; changing it replaces the file system.",
  check: (files, graph) => expectCustomerKey(files, 'kms_key_id', graph),
});
