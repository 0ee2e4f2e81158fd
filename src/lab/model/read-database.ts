import { join } from 'node:path';
import { UserError } from '../../core/errors';
import type { LabDatabase, LabProvisioner } from './lab-model';
import type { Reader } from './reader';
import { addressOf, type Resource } from './resource';
import type { Settings } from './settings';

/** Names of the environment variables that the function which makes the database user is told by. */
export const PROVISIONER_VARIABLES = {
  databaseName: 'DATABASE_NAME',
  username: 'DATABASE_USERNAME',
  masterSecret: 'MASTER_SECRET_ARN',
  userSecret: 'USER_SECRET_ARN',
  saltsSecret: 'SALTS_SECRET_ARN',
} as const;

/** The database that a setting names; undefined when instances are told of none. */
export function databaseOf(settings: Settings): Resource | undefined {
  return settings.part('databaseHost', 'aws_db_instance');
}

/** Where the database is, who may use it, and its parameter group; undefined when instances use none. */
export function readDatabase(
  reader: Reader,
  settings: Settings,
  provisioner: LabProvisioner | undefined,
): LabDatabase | undefined {
  const database = databaseOf(settings);
  if (database === undefined) return undefined;
  const secret = settings.part('databaseSecret', 'aws_secretsmanager_secret');
  const parameters = parametersOf(reader, database);
  const user = provisioner?.variables[PROVISIONER_VARIABLES.username];
  if (secret === undefined || user === undefined) {
    throw new UserError(
      `the stacks must make a user of '${addressOf(database)}' and keep it in a secret; add a DatabaseUser`,
    );
  }
  return {
    host: reader.attribute(database, 'address'),
    port: reader.number(database, 'port'),
    name: provisioner?.variables[PROVISIONER_VARIABLES.databaseName] ?? reader.text(database, 'db_name'),
    user,
    secretName: reader.text(secret, 'name'),
    requireTls: parameters.some(({ name, value }) => name === 'require_secure_transport' && /^(1|ON)$/i.test(value)),
    masterUser: reader.text(database, 'username'),
    masterSecretName: secretNameOf(masterSecretArn(reader, database)),
    multiAz: reader.truth(database, 'multi_az'),
    engine: `${reader.text(database, 'engine')} ${reader.text(database, 'engine_version')}`,
    parameters,
  };
}

/** The secret in which RDS keeps the master user. */
export function masterSecretArn(reader: Reader, database: Resource): string {
  const [secret] = reader.resolver.attribute(database, 'master_user_secret') as readonly {
    readonly secret_arn: string;
  }[];
  return secret?.secret_arn ?? '';
}

/** Name of a secret: its ARN without the six characters that AWS adds. */
function secretNameOf(arn: string): string {
  return arn.replace(/^.*:secret:/, '').replace(/-[A-Za-z0-9]{6}$/, '');
}

/** The function that is told the secret of the database user. */
export function readProvisioner(reader: Reader, settings: Settings): LabProvisioner | undefined {
  const secret = settings.part('databaseSecret', 'aws_secretsmanager_secret');
  if (secret === undefined) return undefined;
  const arn = reader.attribute(secret, 'arn');
  const variable = (lambda: Resource): unknown =>
    reader.optional(lambda, 'environment', 'variables', PROVISIONER_VARIABLES.userSecret);
  const lambda = reader.all('aws_lambda_function').find((each) => variable(each) === arn);
  if (lambda === undefined) return undefined;
  const variables = reader.optional(lambda, 'environment', 'variables') as Readonly<Record<string, unknown>>;
  return {
    archive: join(lambda.stack.directory, reader.text(lambda, 'filename')),
    handler: reader.text(lambda, 'handler'),
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)])),
  };
}

function parametersOf(reader: Reader, database: Resource): LabDatabase['parameters'] {
  const group = reader.resolver.target(database, ['parameter_group_name']);
  if (group === undefined) return [];
  return reader.blocks(group, 'parameter').map(({ name, value }) => ({ name: String(name), value: String(value) }));
}
