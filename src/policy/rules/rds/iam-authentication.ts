import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable, unknown } from '../../rule/verdict';
import { engineOf } from './engine';

export const IAM_AUTHENTICATION = defineRule({
  id: 'WPHA-RDS-010',
  title: 'operators can sign in to databases with IAM',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_db_instance'],
  rows: ['RDS-010'],
  maps: { checkov: ['CKV_AWS_161'], trivy: ['AVD-AWS-0176'], fsbp: ['RDS.10'] },
  why: 'A token that lasts 15 minutes and names a person replaces a password that people pass on.',
  fix: "Set 'iam_database_authentication_enabled' to true; users with passwords keep working.",
  check: (database) => {
    const engine = engineOf(database);
    if (engine === undefined && database.get('engine').isUnclear) return unknown([database, 'engine']);
    // of MariaDB only some versions know it, of the others none
    if (engine !== undefined && engine !== 'mysql' && engine !== 'postgres') return notApplicable();
    return expectTrue(database, 'iam_database_authentication_enabled');
  },
});
