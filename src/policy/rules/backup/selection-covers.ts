import { backupCoverage } from '../../rule/backup-coverage';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown } from '../../rule/verdict';

/** Stacks without AWS Backup are judged by the backups of RDS (WPHA-RDS-007) and of EFS (WPHA-EFS-003). */
export const SELECTION_COVERS = defineRule({
  id: 'WPHA-BACKUP-002',
  title: 'selections of AWS Backup leave no data out',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster', 'aws_efs_file_system', 'aws_ebs_volume'],
  rows: ['BACKUP-002'],
  maps: { fsbp: ['EFS.2'] },
  why: 'A plan makes everybody believe that all is backed up, and what it leaves out is missed on the day of a restore.',
  fix: 'Add the ARN to an aws_backup_selection, or give the resource the tag that a selection looks for.',
  check: (data, graph) => {
    if (graph.ofType('aws_backup_selection').length === 0) return notApplicable();
    if (data.get('replicate_source_db').isSet) return notApplicable();
    const coverage = backupCoverage(data, graph);
    if (coverage === 'covered') return pass();
    const message = 'no aws_backup_selection chooses it';
    return coverage === 'unclear'
      ? unknown([data, []], `${message}, as far as is known`, { part: 'missing' })
      : fail([data, []], message, { part: 'missing' });
  },
});
