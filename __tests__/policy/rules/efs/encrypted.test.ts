import { FILES_ENCRYPTED } from '../../../../src/policy/rules/efs/encrypted';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(FILES_ENCRYPTED, {
  pass: { 'it is on': { aws_efs_file_system: { files: { encrypted: true } } } },
  fail: { 'nothing is said': { aws_efs_file_system: { files: { creation_token: 'files' } } } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': { aws_efs_file_system: { files: { encrypted: '${var.encrypted}' } } } },
  guards: { 'aws_efs_file_system.files.encrypted': [false, undefined] },
});
