import { expectAtLeast } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';
import { isReplica } from './engine';

/** Long enough to notice damage after a holiday; also what AWS Foundational Security Best Practices ask for. */
const LEAST_DAYS = 7;

export const DATABASE_BACKUPS = defineRule({
  id: 'WPHA-RDS-007',
  title: 'databases keep backups for a week at least',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-007'],
  maps: { checkov: ['CKV_AWS_133'], trivy: ['AVD-AWS-0077'], fsbp: ['RDS.11'], cdkNag: ['AwsSolutions-RDS13'] },
  why: 'Damage is often noticed days later, and then the last backup from before it must still be there.',
  fix: "Set 'backup_retention_period' to 7 or more days.",
  check: (database) =>
    isReplica(database) ? notApplicable() : expectAtLeast(database, 'backup_retention_period', LEAST_DAYS),
});
