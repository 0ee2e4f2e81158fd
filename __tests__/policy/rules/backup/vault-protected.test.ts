import { VAULT_PROTECTED } from '../../../../src/policy/rules/backup/vault-protected';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const document = (change: object = {}): string =>
  JSON.stringify({
    Statement: [{ Effect: 'Deny', Principal: '*', Action: ['backup:DeleteRecoveryPoint'], Resource: '*', ...change }],
  });
const NAME = '${aws_backup_vault.main.name}';
const vault = (policy: string, more: Resources = {}): Resources => ({
  aws_backup_vault: { main: { name: 'main' } },
  aws_backup_vault_policy: { main: { backup_vault_name: NAME, policy } },
  aws_backup_vault_lock_configuration: { main: { backup_vault_name: NAME, min_retention_days: 7 } },
  ...more,
});

describeRule(VAULT_PROTECTED, {
  pass: { 'nobody may delete, and it is locked': vault(document()) },
  fail: {
    'nothing protects it': {
      resources: { aws_backup_vault: { main: { name: 'main' } } },
      finds: ['aws_backup_vault.main#lock', 'aws_backup_vault.main#missing'],
    },
    'another vault is locked': {
      ...vault(document()),
      aws_backup_vault_lock_configuration: { main: { backup_vault_name: 'other' } },
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable holds the policy': vault('${var.policy}') },
  guards: {
    'aws_backup_vault_policy.main.policy': [
      document({ Effect: 'Allow' }),
      document({ Action: 'backup:StartRestoreJob' }),
      document({ Principal: { AWS: '123456789012' } }),
    ],
    'aws_backup_vault_lock_configuration.main.backup_vault_name': ['other'],
  },
});
