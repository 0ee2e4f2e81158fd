import type { Resource } from '../../model/resource';
import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, type Verdict } from '../../rule/verdict';
import { isReplica } from './engine';

export const PASSWORD_NOT_IN_CODE = defineRule({
  id: 'WPHA-RDS-025',
  title: 'master passwords are in no code and no state',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-025'],
  maps: {},
  why: 'Whatever is set as a password, a variable and random_password included, lies in the state for all who can plan.',
  fix: "Set 'manage_master_user_password' to true, or the write-only 'password_wo'; then change the password.",
  suppressible: false,
  check: (database) => {
    const password = database.type === 'aws_rds_cluster' ? 'master_password' : 'password';
    if (database.get(password).isSet) return fail([database, password], messageOf(database, password));
    if (database.get(`${password}_wo`).isSet) return pass();
    return withoutPassword(database);
  },
});

/** Never the value itself. */
function messageOf(database: Resource, password: string): string {
  return database.get(password).isKnown
    ? `'${password}' is written into the configuration`
    : `'${password}' ends up in the state`;
}

function withoutPassword(database: Resource): Verdict {
  const brought = ['snapshot_identifier', 's3_import', 'restore_to_point_in_time', 'global_cluster_identifier'];
  const hasOne = isReplica(database) || brought.some((name) => database.get(name).isSet);
  const managed = expectTrue(database, 'manage_master_user_password');
  return managed.kind === 'fail' && hasOne ? notApplicable() : managed;
}
