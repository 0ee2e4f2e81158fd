import { SharedFiles, type SharedFilesProps } from '../../src/data/shared-files';
import { synthesize, testStack } from '../../src/testing';
import { FakeNetwork } from '../support/fake-network';
import { KEY, NAME, statementsOf } from './fixtures';

const ZONES = ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'];

function files(changes: Partial<SharedFilesProps> = {}, zones = ZONES) {
  return synthesize((stack) => {
    const network = new FakeNetwork(stack, 'Network', zones);
    new SharedFiles(stack, 'Files', { name: NAME, network, key: KEY, protect: true, ...changes });
  });
}

test('keeps a mount target in every zone, in the isolated tier', () => {
  const targets = files().list('aws_efs_mount_target');

  expect(targets.map((target) => target['subnet_id'])).toEqual(ZONES.map((zone) => `subnet-isolated-${zone}`));
});

test('leaves the mount targets that are there alone when a zone is added in front', () => {
  const before = files({}, ['eu-west-1b', 'eu-west-1c']).resources('aws_efs_mount_target');
  const after = files({}, ZONES).resources('aws_efs_mount_target');

  expect(after).toMatchObject(before);
});

test('is encrypted with the key and elastic', () => {
  expect(files().only('aws_efs_file_system')).toMatchObject({
    encrypted: true,
    kms_key_id: KEY.keyArn,
    performance_mode: 'generalPurpose',
    throughput_mode: 'elastic',
  });
});

test('moves files that nobody reads to colder classes and back', () => {
  expect(files().only('aws_efs_file_system')['lifecycle_policy']).toEqual([
    { transition_to_ia: 'AFTER_30_DAYS' },
    { transition_to_archive: 'AFTER_90_DAYS' },
    { transition_to_primary_storage_class: 'AFTER_1_ACCESS' },
  ]);
});

test('takes provisioned throughput, which rules out the archive', () => {
  const system = files({ provisionedMiBps: 25 }).only('aws_efs_file_system');

  expect(system).toMatchObject({ throughput_mode: 'provisioned', provisioned_throughput_in_mibps: 25 });
  expect(JSON.stringify(system['lifecycle_policy'])).not.toContain('archive');
});

test.each([0, 3415, NaN])('fails with a provisioned throughput of %d', (provisionedMiBps) => {
  const stack = testStack();
  const network = new FakeNetwork(stack);

  expect(
    () => new SharedFiles(stack, 'Files', { name: NAME, network, key: KEY, protect: true, provisionedMiBps }),
  ).toThrow(
    `'provisionedMiBps' must be from 1 to 3414, got ${provisionedMiBps}; leave it out for elastic throughput\n  in test/Files`,
  );
});

test('gives everything written through the access point to www-data', () => {
  expect(files().only('aws_efs_access_point')).toMatchObject({
    posix_user: { uid: 33, gid: 33 },
    root_directory: { path: '/uploads', creation_info: { owner_uid: 33, owner_gid: 33, permissions: '0755' } },
  });
});

test('gives it to another user when told', () => {
  expect(files({ posixUser: { uid: 48, gid: 48 } }).only('aws_efs_access_point')).toMatchObject({
    posix_user: { uid: 48, gid: 48 },
  });
});

test('allows mounts through the access point only, and no root', () => {
  const json = files();
  const [accessPoint] = Object.keys(json.resources('aws_efs_access_point'));
  const allowed = statementsOf(json.only('aws_efs_file_system_policy')['policy']).filter(
    ({ Effect }) => Effect === 'Allow',
  );

  expect(allowed).toHaveLength(1);
  expect(allowed[0]).toMatchObject({
    Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
    Condition: {
      Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' },
      StringEquals: { 'elasticfilesystem:AccessPointArn': `\${aws_efs_access_point.${accessPoint}.arn}` },
    },
  });
});

test('denies whatever comes without TLS', () => {
  const denied = statementsOf(files().only('aws_efs_file_system_policy')['policy']).filter(
    ({ Effect }) => Effect === 'Deny',
  );

  expect(denied).toMatchObject([
    {
      Action: expect.arrayContaining(['elasticfilesystem:ClientMount']) as unknown,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ]);
});

test('is backed up every day', () => {
  expect(files().only('aws_efs_backup_policy')).toMatchObject({ backup_policy: { status: 'ENABLED' } });
});

test.each([true, false])('with protect %s can or cannot be destroyed', (protect) => {
  expect(files({ protect }).only('aws_efs_file_system')).toMatchObject({ lifecycle: { prevent_destroy: protect } });
});

test('lets clients connect to the NFS port', () => {
  const stack = testStack();
  const network = new FakeNetwork(stack);

  const { connections } = new SharedFiles(stack, 'Files', { name: NAME, network, key: KEY, protect: true });

  expect(connections.port).toBe(2049);
});
