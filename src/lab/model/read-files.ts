import { objectOf, parseObject, textsOf } from '../../terraform/json';
import type { LabFiles } from './lab-model';
import type { Reader } from './reader';
import type { Resource } from './resource';
import type { Settings } from './settings';

/** NFS. Source: Amazon EFS user guide, "How it works": a mount target listens on this port and no other. */
export const NFS_PORT = 2049;

/** The file system that a setting names; undefined when none does. */
export function readFiles(reader: Reader, settings: Settings): LabFiles | undefined {
  const fileSystem = settings.part('fileSystem', 'aws_efs_file_system');
  if (fileSystem === undefined) return undefined;
  const accessPoint = settings.part('accessPoint', 'aws_efs_access_point');
  return {
    host: reader.attribute(fileSystem, 'dns_name'),
    port: NFS_PORT,
    fileSystemId: reader.attribute(fileSystem, 'id'),
    requireTls: refusesPlain(reader, reader.attribute(fileSystem, 'id')),
    ...readAccessPoint(reader, accessPoint),
  };
}

function readAccessPoint(
  reader: Reader,
  point: Resource | undefined,
): Pick<LabFiles, 'accessPointId' | 'accessPointPath' | 'posixUser' | 'owner'> {
  if (point === undefined) {
    return { accessPointId: undefined, accessPointPath: '/', posixUser: undefined, owner: undefined };
  }
  const created = (name: string): string => reader.text(point, 'root_directory', 'creation_info', name);
  const makes = reader.optional(point, 'root_directory', 'creation_info') !== undefined;
  return {
    accessPointId: reader.attribute(point, 'id'),
    accessPointPath: reader.optionalText(point, 'root_directory', 'path') ?? '/',
    posixUser:
      reader.optional(point, 'posix_user') === undefined
        ? undefined
        : { uid: reader.number(point, 'posix_user', 'uid'), gid: reader.number(point, 'posix_user', 'gid') },
    owner: makes
      ? { uid: Number(created('owner_uid')), gid: Number(created('owner_gid')), permissions: created('permissions') }
      : undefined,
  };
}

/** Whether a statement of the file system's policy denies what does not come over TLS. */
function refusesPlain(reader: Reader, fileSystemId: string): boolean {
  const policies = reader
    .all('aws_efs_file_system_policy')
    .filter((policy) => reader.text(policy, 'file_system_id') === fileSystemId)
    .map((policy) => parseObject(reader.text(policy, 'policy')));
  const statements = policies.flatMap((policy) => listOf(policy?.Statement));
  return statements
    .map(objectOf)
    .some(
      ({ Effect: effect, Action: action, Condition: condition }) =>
        effect === 'Deny' &&
        textsOf(action).includes('elasticfilesystem:ClientMount') &&
        objectOf(objectOf(condition).Bool)['aws:SecureTransport'] === 'false',
    );
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
