import { DatabaseReplica, type DatabaseReplicaProps } from '../../src/data/database-replica';
import { synthesize, testStack } from '../../src/testing';
import { makeDatabase } from './fixtures';

function replica(changes: Partial<DatabaseReplicaProps> = {}) {
  const json = synthesize((stack) => {
    const database = makeDatabase(stack);
    new DatabaseReplica(stack, 'Replica', { database, instanceClass: 'db.t4g.large', ...changes });
  });
  const [original, copy] = json.list('aws_db_instance');
  return { json, original, copy };
}

test('follows the database with its security group and parameters', () => {
  const { json, original, copy } = replica();
  const [id] = Object.keys(json.resources('aws_db_instance'));

  expect(copy).toMatchObject({
    replicate_source_db: `\${aws_db_instance.${id}.identifier}`,
    instance_class: 'db.t4g.large',
    parameter_group_name: original?.['parameter_group_name'],
    vpc_security_group_ids: original?.['vpc_security_group_ids'],
    storage_encrypted: true,
    publicly_accessible: false,
    iam_database_authentication_enabled: true,
  });
});

test('leaves out what a replica takes from its source', () => {
  const { copy } = replica();

  for (const attribute of ['db_subnet_group_name', 'username', 'kms_key_id', 'allocated_storage', 'engine']) {
    expect(copy).not.toHaveProperty(attribute);
  }
});

test('is protected as the database is, or as told', () => {
  expect(replica().copy).toMatchObject({ deletion_protection: true, skip_final_snapshot: true });
  expect(replica({ protect: false }).copy).toMatchObject({ deletion_protection: false });
});

test('has log groups of its own', () => {
  const names = replica()
    .json.list('aws_cloudwatch_log_group')
    .map(({ name }) => name);

  expect(names).toContain('/aws/rds/instance/wordpress-production-database-replica/error');
});

test('fails when the database has no backups to start from', () => {
  const stack = testStack();
  const database = makeDatabase(stack, { backupRetentionDays: 0 });

  expect(() => new DatabaseReplica(stack, 'Replica', { database, instanceClass: 'db.t4g.large' })).toThrow(
    "'backupRetentionDays' of the database must be at least 1 for a replica, got 0; raise it or drop the replica",
  );
});
