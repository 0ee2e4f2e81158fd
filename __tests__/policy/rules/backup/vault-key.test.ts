import { VAULT_KEY } from '../../../../src/policy/rules/backup/vault-key';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const vault = (kms_key_arn: string): Resources => ({
  aws_kms_key: { backup: { description: 'backup' } },
  aws_backup_vault: { main: { name: 'main', kms_key_arn } },
});

describeRule(VAULT_KEY, {
  pass: { 'a key of the stack': vault('${aws_kms_key.backup.arn}') },
  fail: { 'nothing is said': { aws_backup_vault: { main: { name: 'main' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable names the key': vault('${var.key}') },
  guards: {
    'aws_backup_vault.main.kms_key_arn': ['arn:aws:kms:eu-west-1:123456789012:alias/aws/backup', undefined],
  },
});
