import { FILES_BACKED_UP } from '../../../../src/policy/rules/efs/backed-up';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const FILES = { aws_efs_file_system: { files: { creation_token: 'files', tags: { backup: 'daily' } } } };
const policy = (status: string, file_system_id = '${aws_efs_file_system.files.id}'): Resources => ({
  ...FILES,
  aws_efs_backup_policy: { files: { file_system_id, backup_policy: { status } } },
});
const selection = (settings: object): Resources => ({
  ...FILES,
  aws_backup_selection: { all: { name: 'all', ...settings } },
});

describeRule(FILES_BACKED_UP, {
  pass: {
    'EFS does it': policy('ENABLED'),
    'a selection names the file system': selection({ resources: ['${aws_efs_file_system.files.arn}'] }),
    'a selection looks for its tag': selection({
      selection_tag: [{ type: 'STRINGEQUALS', key: 'backup', value: 'daily' }],
    }),
    'a selection takes every file system': selection({ resources: ['arn:aws:elasticfilesystem:*:*:file-system/*'] }),
    'a selection takes everything with a tag': selection({
      resources: ['*'],
      condition: [{ string_equals: [{ key: 'aws:ResourceTag/backup', value: 'daily' }] }],
    }),
  },
  fail: {
    'nothing is said': { resources: FILES, finds: ['aws_efs_file_system.files#missing'] },
    'EFS is told not to': {
      resources: policy('DISABLED'),
      finds: ['aws_efs_backup_policy.files#backup_policy.status'],
    },
    'a selection looks for another tag': selection({ selection_tag: [{ key: 'backup', value: 'weekly' }] }),
    'a selection leaves it out': selection({ resources: ['*'], not_resources: ['${aws_efs_file_system.files.arn}'] }),
    'a selection takes databases': selection({ resources: ['arn:aws:rds:*:*:db:*'] }),
    'a selection takes everything with another tag': selection({
      resources: ['*'],
      condition: [{ string_equals: [{ key: 'aws:ResourceTag/backup', value: 'weekly' }] }],
    }),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable decides': policy('${var.status}'),
    'a variable holds the ARNs': selection({ resources: '${var.arns}' }),
    'a selection leaves some tags out': selection({
      resources: ['*'],
      condition: [{ string_not_equals: [{ key: 'aws:ResourceTag/backup', value: 'none' }] }],
    }),
  },
  guards: {
    'aws_efs_backup_policy.files.backup_policy.status': ['DISABLED', undefined],
    'aws_efs_backup_policy.files.file_system_id': ['fs-other'],
  },
});
