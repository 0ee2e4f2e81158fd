import { GLACIER_VAULT_POLICY } from '../../../../src/policy/rules/s3/glacier-vault-policy';
import { describeRule, type Resources } from '../../support/describe-rule';

const document = (Principal: unknown): string =>
  JSON.stringify({ Statement: [{ Sid: 'Upload', Effect: 'Allow', Principal, Action: 'glacier:UploadArchive' }] });
const vault = (access_policy: string): Resources => ({ aws_glacier_vault: { old: { name: 'old', access_policy } } });

describeRule(GLACIER_VAULT_POLICY, {
  pass: { 'an account is named': vault(document({ AWS: '123456789012' })) },
  fail: { 'everybody may upload': { resources: vault(document('*')), finds: ['aws_glacier_vault.old#Upload'] } },
  notApplicable: { 'a vault without a policy': { aws_glacier_vault: { old: { name: 'old' } } } },
  unknown: { 'a variable holds the policy': vault('${var.policy}') },
  guards: { 'aws_glacier_vault.old.access_policy': [document({ AWS: '*' })] },
});
