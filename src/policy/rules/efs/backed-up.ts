import { backupCoverage } from '../../rule/backup-coverage';
import { expectAttached, expectOneOf, firstOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { pass, unknown } from '../../rule/verdict';

export const FILES_BACKED_UP = defineRule({
  id: 'WPHA-EFS-003',
  title: 'file systems are backed up',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_efs_file_system'],
  rows: ['EFS-003', 'EFS-004'],
  maps: { checkov: ['CKV2_AWS_18'], fsbp: ['EFS.2', 'EFS.7'] },
  why: 'EFS keeps no versions: what a plugin deletes from the uploads is gone at once, in every zone.',
  fix: "Add an aws_efs_backup_policy with 'status' ENABLED, or an aws_backup_selection that chooses the file system.",
  check: (files, graph) => {
    const coverage = backupCoverage(files, graph);
    if (coverage === 'covered') return pass();
    const attached = graph.attached(files, 'aws_efs_backup_policy', 'file_system_id');
    if (attached.found.length > 0) {
      return firstOf(
        ...attached.found.map(
          (resource) => () => expectOneOf(resource, 'backup_policy.status', ['ENABLED'], { resource }),
        ),
      );
    }
    const missing = 'neither an aws_efs_backup_policy nor a selection of AWS Backup covers the file system';
    return coverage === 'unclear'
      ? unknown([files, []], `${missing}, as far as is known`, { part: 'missing' })
      : expectAttached(files, attached, missing);
  },
});
