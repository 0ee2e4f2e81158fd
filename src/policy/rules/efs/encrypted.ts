import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const FILES_ENCRYPTED = defineRule({
  id: 'WPHA-EFS-001',
  title: 'file systems are encrypted',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_efs_file_system'],
  rows: ['EFS-001'],
  maps: {
    checkov: ['CKV_AWS_42'],
    trivy: ['AVD-AWS-0037'],
    fsbp: ['EFS.1', 'EFS.8'],
    cis: ['3.0.0 2.4.1'],
    cdkNag: ['AwsSolutions-EFS1'],
  },
  why: 'A file system cannot be encrypted later: all that was uploaded has to be copied to another one.',
  fix: "Set 'encrypted' to true; changing it replaces the file system.",
  suppressible: false,
  check: (files) => expectTrue(files, 'encrypted'),
});
