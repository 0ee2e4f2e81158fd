import type { Target } from '../../model/target';
import type { Value } from '../../model/value';

/** Attributes that hold a secret, by type of resource or data source. */
const SECRET_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  aws_db_instance: ['password'],
  aws_rds_cluster: ['master_password'],
  aws_elasticache_replication_group: ['auth_token'],
  aws_iam_access_key: ['secret', 'ses_smtp_password_v4'],
  aws_secretsmanager_random_password: ['random_password'],
  aws_secretsmanager_secret_version: ['secret_string', 'secret_binary'],
  random_password: ['result', 'bcrypt_hash'],
  tls_private_key: ['private_key_pem', 'private_key_openssh', 'private_key_pem_pkcs8'],
};

/** The secrets that a value is made of. */
export function secretsIn(value: Value): readonly Target[] {
  return value.targets.filter(
    ({ type, attribute }) => attribute !== undefined && SECRET_ATTRIBUTES[type]?.includes(attribute) === true,
  );
}
