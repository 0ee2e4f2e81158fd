import type { LabDatabase, LabSecret, LabSeed } from './lab-model';
import { databaseUserValue, masterUserValue, saltsValue } from './lab-secrets';
import { databaseOf, masterSecretArn } from './read-database';
import { roleOf } from './read-fleet';
import type { Reader } from './reader';
import type { Resource } from './resource';
import { valueMember, type Settings } from './settings';

/** What AWS's services hold when an instance boots. */
export function readSeed(
  reader: Reader,
  group: Resource,
  settings: Settings,
  database: LabDatabase | undefined,
): LabSeed {
  return {
    parameters: settings.parameters.map((parameter) => ({
      name: reader.text(parameter, 'name'),
      value: reader.text(parameter, valueMember(parameter)),
      secure: reader.text(parameter, 'type') === 'SecureString',
    })),
    secrets: secrets(reader, settings, database),
    buckets: reader.all('aws_s3_bucket').map((bucket) => reader.text(bucket, 'bucket')),
    role: readRole(reader, roleOf(reader, group)),
  };
}

function secrets(reader: Reader, settings: Settings, database: LabDatabase | undefined): LabSecret[] {
  const salts = settings.part('salts', 'aws_secretsmanager_secret');
  const made = (secret: Resource | undefined, value: (name: string) => string): LabSecret[] => {
    if (secret === undefined) return [];
    const name = reader.text(secret, 'name');
    return [{ name, arn: reader.attribute(secret, 'arn'), value: value(name) }];
  };
  const master = databaseOf(settings);
  if (database === undefined || master === undefined) return made(salts, saltsValue);
  const user = settings.part('databaseSecret', 'aws_secretsmanager_secret');
  return [
    ...made(user, (name) => databaseUserValue(name, database)),
    ...made(salts, saltsValue),
    {
      name: database.masterSecretName,
      arn: masterSecretArn(reader, master),
      value: masterUserValue(database.masterSecretName, database.masterUser),
    },
  ];
}

function readRole(reader: Reader, role: Resource): LabSeed['role'] {
  const name = reader.text(role, 'name');
  const policies = reader
    .all('aws_iam_role_policy')
    .filter((policy) => reader.text(policy, 'role') === name)
    .map((policy) => reader.text(policy, 'policy'));
  return { name, trust: reader.text(role, 'assume_role_policy'), policies };
}
