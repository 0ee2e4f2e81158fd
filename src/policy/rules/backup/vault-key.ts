import { expectCustomerKey } from '../../rule/customer-key';
import { defineRule } from '../../rule/rule';

export const VAULT_KEY = defineRule({
  id: 'WPHA-BACKUP-001',
  title: 'backup vaults are encrypted with a key of the account',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_backup_vault'],
  rows: ['BACKUP-001'],
  maps: { checkov: ['CKV_AWS_166'], fsbp: ['Backup.1'] },
  why: 'Backups under the key that AWS manages cannot be copied to another account, where they would survive this one.',
  fix: "Set 'kms_key_arn'; changing it replaces the vault.",
  check: (vault, graph) => expectCustomerKey(vault, 'kms_key_arn', graph),
});
