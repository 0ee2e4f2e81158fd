import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown } from '../../rule/verdict';
import { isReplica } from './engine';

export const PASSWORD_ROTATION = defineRule({
  id: 'WPHA-RDS-018',
  title: 'master passwords rotate',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_db_instance', 'aws_rds_cluster'],
  rows: ['RDS-018'],
  maps: { checkov: ['CKV2_AWS_57'], fsbp: ['SecretsManager.1'], cdkNag: ['AwsSolutions-SMG4'] },
  why: 'A password that nobody changes is known, after some years, to everybody who ever had to do with the database.',
  fix: "Set 'manage_master_user_password' to true, which rotates every seven days, or rotate the secret it comes from.",
  check: (database, graph) => {
    if (isReplica(database)) return notApplicable();
    const managed = database.get('manage_master_user_password');
    if (managed.is(true)) return pass();
    if (managed.isUnclear) return unknown([database, 'manage_master_user_password']);
    const names = database.type === 'aws_rds_cluster' ? ['master_password'] : ['password'];
    const passwords = names.flatMap((name) => [database.get(name), database.get(`${name}_wo`)]);
    const origins = passwords.flatMap((value) => graph.targetsOf(value));
    if (origins.some((origin) => isRotated(origin, graph))) return pass();
    return fail([database, 'manage_master_user_password'], 'the master password never changes');
  },
});

/** Whether a value comes from a secret, or a version of one, that has a rotation. */
function isRotated(origin: Resource, graph: ResourceGraph): boolean {
  const secrets = [origin, ...graph.targetsOf(origin.get('secret_id'))];
  return secrets.some((secret) => {
    const { found } = graph.attached(secret, 'aws_secretsmanager_secret_rotation', 'secret_id');
    return found.length > 0;
  });
}
