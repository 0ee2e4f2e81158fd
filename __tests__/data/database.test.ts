import type { DatabaseProps } from '../../src/data/database-props';
import { synthesize } from '../../src/testing';
import { FakeNetwork } from '../support/fake-network';
import { KEY, makeDatabase } from './fixtures';

function database(changes: Partial<DatabaseProps> = {}) {
  return synthesize((stack) => void makeDatabase(stack, changes));
}

function instance(changes: Partial<DatabaseProps> = {}) {
  return database(changes).only('aws_db_instance');
}

test('is MySQL 8.4 that follows minor versions by itself and major ones never', () => {
  expect(instance()).toMatchObject({
    engine: 'mysql',
    engine_version: '8.4',
    auto_minor_version_upgrade: true,
    allow_major_version_upgrade: false,
  });
});

test('takes another version with the parameter family that goes with it', () => {
  const json = database({ engineVersion: '9.7' });

  expect(json.only('aws_db_instance')).toMatchObject({ engine_version: '9.7' });
  expect(json.only('aws_db_parameter_group')).toMatchObject({ family: 'mysql9.7' });
});

test('lies in the isolated subnets of every zone and is never public', () => {
  const json = synthesize((stack) => {
    const network = new FakeNetwork(stack, 'Network', ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']);
    makeDatabase(stack, { network });
  });

  expect(json.only('aws_db_subnet_group')).toMatchObject({
    subnet_ids: ['subnet-isolated-eu-west-1a', 'subnet-isolated-eu-west-1b', 'subnet-isolated-eu-west-1c'],
  });
  expect(json.only('aws_db_instance')).toMatchObject({ publicly_accessible: false });
});

test('encrypts storage, master secret and logs with the key', () => {
  const json = database();

  expect(json.only('aws_db_instance')).toMatchObject({
    storage_encrypted: true,
    kms_key_id: KEY.keyArn,
    master_user_secret_kms_key_id: KEY.keyArn,
  });
  expect(json.list('aws_cloudwatch_log_group').map((group) => group['kms_key_id'])).toEqual([KEY.keyArn, KEY.keyArn]);
});

test('has a master password that Terraform never sees', () => {
  const attributes = instance();

  expect(attributes).toMatchObject({ manage_master_user_password: true, username: 'siteadmin' });
  expect(attributes).not.toHaveProperty('password');
});

test('requires TLS, speaks utf8mb4 and logs slow queries to a file', () => {
  const { parameter, ...group } = database().only('aws_db_parameter_group');
  const values = (parameter as { name: string; value: string }[]).map(({ name, value }) => [name, value]);

  expect(Object.fromEntries(values)).toEqual({
    character_set_client: 'utf8mb4',
    character_set_server: 'utf8mb4',
    collation_server: 'utf8mb4_0900_ai_ci',
    log_output: 'FILE',
    long_query_time: '2',
    require_secure_transport: '1',
    slow_query_log: '1',
  });
  expect(group).toMatchObject({ family: 'mysql8.4', lifecycle: { create_before_destroy: true } });
});

test('waits for log groups with retention, under the names RDS writes to', () => {
  const json = database({ logRetentionDays: 14 });
  const groups = json.resources('aws_cloudwatch_log_group');

  expect(Object.values(groups).map(({ name, retention_in_days: days }) => [name, days])).toEqual([
    ['/aws/rds/instance/wordpress-production-database/error', 14],
    ['/aws/rds/instance/wordpress-production-database/slowquery', 14],
  ]);
  expect(json.only('aws_db_instance')['depends_on']).toEqual(
    expect.arrayContaining(Object.keys(groups).map((id) => `aws_cloudwatch_log_group.${id}`)),
  );
  expect(json.only('aws_db_instance')['enabled_cloudwatch_logs_exports']).toEqual(['error', 'slowquery']);
});

test('grows by itself on gp3', () => {
  const attributes = instance({ allocatedStorageGiB: 30, maxAllocatedStorageGiB: 300 });

  expect(attributes).toMatchObject({ storage_type: 'gp3', allocated_storage: 30, max_allocated_storage: 300 });
  expect(attributes).not.toHaveProperty('iops');
});

test('when protected, cannot be destroyed and leaves a snapshot and its backups', () => {
  expect(instance()).toMatchObject({
    deletion_protection: true,
    skip_final_snapshot: false,
    delete_automated_backups: false,
    copy_tags_to_snapshot: true,
    lifecycle: { prevent_destroy: true },
  });
});

test('when not protected, goes without a trace', () => {
  expect(instance({ protect: false })).toMatchObject({
    deletion_protection: false,
    skip_final_snapshot: true,
    delete_automated_backups: true,
    lifecycle: { prevent_destroy: false },
  });
});

test('names its final snapshot anew in every life of the environment', () => {
  const json = database();
  const [life] = Object.keys(json.resources('terraform_data'));

  expect(json.only('aws_db_instance')['final_snapshot_identifier']).toBe(
    `wordpress-production-database-final-\${substr(terraform_data.${life}.id, 0, 8)}`,
  );
});

test('is not replaced for the snapshot it came from or for names a snapshot brought along', () => {
  const attributes = instance({ restoreFromSnapshot: 'before-migration' });

  expect(attributes).toMatchObject({
    snapshot_identifier: 'before-migration',
    lifecycle: { ignore_changes: ['snapshot_identifier', 'db_name', 'username'] },
  });
  expect(instance()).not.toHaveProperty('snapshot_identifier');
});

test('restarts in the maintenance window unless told to change at once', () => {
  expect(instance()).toMatchObject({ apply_immediately: false });
  expect(instance({ applyImmediately: true })).toMatchObject({ apply_immediately: true });
});

test('takes size, standby, backups and windows from its props', () => {
  const given = { instanceClass: 'db.m7g.large', multiAz: false, backupRetentionDays: 7, backupWindow: '23:45-00:30' };

  expect(instance({ ...given, maintenanceWindow: 'sun:23:00-sun:23:40' })).toMatchObject({
    instance_class: 'db.m7g.large',
    multi_az: false,
    backup_retention_period: 7,
    backup_window: '23:45-00:30',
    maintenance_window: 'sun:23:00-sun:23:40',
  });
});

test('watches no more than its logs unless asked', () => {
  const json = database();

  expect(json.only('aws_db_instance')).toMatchObject({
    monitoring_interval: 0,
    performance_insights_enabled: false,
  });
  expect(json.count('aws_iam_role')).toBe(0);
});

test('keeps a week of Performance Insights when asked', () => {
  expect(instance({ performanceInsights: true })).toMatchObject({
    performance_insights_enabled: true,
    performance_insights_retention_period: 7,
    performance_insights_kms_key_id: KEY.keyArn,
  });
});

test('monitors the operating system every minute when asked, with a role for this account only', () => {
  const json = database({ enhancedMonitoring: true });
  const [role] = Object.keys(json.resources('aws_iam_role'));
  const [attachment] = Object.keys(json.resources('aws_iam_role_policy_attachment'));

  expect(json.only('aws_db_instance')).toMatchObject({
    monitoring_interval: 60,
    monitoring_role_arn: `\${aws_iam_role.${role}.arn}`,
    depends_on: expect.arrayContaining([`aws_iam_role_policy_attachment.${attachment}`]) as unknown,
  });
  expect(json.only('aws_iam_role')['assume_role_policy']).toContain('"aws:SourceAccount":"111122223333"');
});

test('lets operators sign in with IAM unless told otherwise', () => {
  expect(instance({})).toMatchObject({ iam_database_authentication_enabled: true });
  expect(instance({ iamAuthentication: false })).toMatchObject({ iam_database_authentication_enabled: false });
});

test('has no option group, which would keep snapshots from being deleted', () => {
  expect(database().count('aws_db_option_group')).toBe(0);
});
