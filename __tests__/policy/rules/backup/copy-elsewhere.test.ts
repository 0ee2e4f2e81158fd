import { COPY_ELSEWHERE } from '../../../../src/policy/rules/backup/copy-elsewhere';
import { describeRule, OTHER_RESOURCES, type Fixture } from '../../support/describe-rule';

const arn = (region: string): string => `arn:aws:backup:${region}:123456789012:backup-vault:main`;
const plan = (destination_vault_arn: unknown): Fixture => ({
  resources: { aws_backup_plan: { daily: { rule: [{ copy_action: [{ destination_vault_arn }] }] } } },
  beside: { provider: { aws: [{ region: 'eu-west-1' }, { region: 'eu-central-1', alias: 'elsewhere' }] } },
});

describeRule(COPY_ELSEWHERE, {
  pass: {
    'copies go to another region': plan(arn('eu-central-1')),
    'a vault of another provider takes them': plan('${aws_backup_vault.elsewhere.arn}'),
  },
  fail: {
    'nothing is copied': { aws_backup_plan: { daily: { rule: [{ rule_name: 'daily' }] } } },
    'copies stay': plan(arn('eu-west-1')),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: {
    'aws_backup_plan.daily.rule.0.copy_action.0.destination_vault_arn': [arn('eu-west-1'), undefined],
    'aws_backup_plan.daily.rule.0.copy_action': [undefined],
  },
});
