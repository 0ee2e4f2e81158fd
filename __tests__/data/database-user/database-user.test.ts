import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TerraformStack } from 'cdktf';
import { DatabaseUser, type DatabaseUserProps } from '../../../src/data/database-user/database-user';
import { readSettings } from '../../../src/data/database-user/handler/settings';
import { synthesize, testStack } from '../../../src/testing';
import { FakeNetwork } from '../../support/fake-network';
import { ACCOUNT_ID, KEY, NAME, REGION, makeDatabase, statementsOf } from '../fixtures';

const ARCHIVE = resolve(__dirname, '../../../src/data/database-user/handler.zip');

function make(stack: TerraformStack, changes: Partial<DatabaseUserProps> = {}): DatabaseUser {
  const network = new FakeNetwork(stack);
  return new DatabaseUser(stack, 'User', {
    name: NAME,
    accountId: ACCOUNT_ID,
    region: REGION,
    network,
    database: makeDatabase(stack, { network }),
    key: KEY,
    logRetentionDays: 90,
    protect: true,
    ...changes,
  });
}

function user(changes: Partial<DatabaseUserProps> = {}) {
  return synthesize((stack) => void make(stack, changes));
}

test('is a function on Graviton in the private subnets, with a security group of its own', () => {
  const json = user();
  const group = Object.keys(json.resources('aws_security_group')).find((id) => id.startsWith('User'));

  expect(json.only('aws_lambda_function')).toMatchObject({
    function_name: 'wordpress-production-database-user',
    runtime: 'nodejs22.x',
    architectures: ['arm64'],
    handler: 'index.handler',
    timeout: 180,
    vpc_config: {
      subnet_ids: ['subnet-private-eu-west-1a', 'subnet-private-eu-west-1b'],
      security_group_ids: [`\${aws_security_group.${group}.id}`],
    },
  });
});

test('reserves no concurrency, which small accounts do not have', () => {
  expect(user().only('aws_lambda_function')).not.toHaveProperty('reserved_concurrent_executions');
});

test('is told all that the handler reads', () => {
  const { environment } = user({ username: 'blog' }).only('aws_lambda_function');
  const { variables } = environment as { variables: Record<string, string> };

  expect(readSettings(variables)).toMatchObject({ port: 3306, databaseName: 'wordpress', username: 'blog' });
});

test('carries the hash of its code', () => {
  const sha256 = createHash('sha256').update(readFileSync(ARCHIVE)).digest('base64');

  expect(user().only('aws_lambda_function')).toMatchObject({
    source_code_hash: sha256,
    filename: expect.stringMatching(/^assets\/.*\/handler\.zip$/) as string,
  });
});

test('runs again when the database, the settings or the code change', () => {
  const json = user();
  const [database] = Object.keys(json.resources('aws_db_instance'));

  expect(json.only('aws_lambda_invocation')['triggers']).toMatchObject({
    code: json.only('aws_lambda_function')['source_code_hash'],
    database: `\${aws_db_instance.${database}.resource_id}`,
    host: `\${aws_db_instance.${database}.address}`,
    databaseName: 'wordpress',
    username: 'wordpress',
  });
});

test('is not invoked before policy, log group and security-group rules stand', () => {
  const json = user();
  const needed = ['aws_iam_role_policy', 'aws_cloudwatch_log_group', 'aws_vpc_security_group_egress_rule'].flatMap(
    (type) =>
      Object.keys(json.resources(type))
        .filter((id) => id.startsWith('User'))
        .map((id) => `${type}.${id}`),
  );

  expect(needed).toHaveLength(4);
  expect(json.only('aws_lambda_invocation')['depends_on']).toEqual(expect.arrayContaining(needed));
});

test('reaches the database and HTTPS, and nobody reaches it', () => {
  const json = user();
  const group = Object.keys(json.resources('aws_security_group')).find((id) => id.startsWith('User'));
  const own = `\${aws_security_group.${group}.id}`;
  const out = json.list('aws_vpc_security_group_egress_rule').filter((rule) => rule['security_group_id'] === own);
  const into = json.list('aws_vpc_security_group_ingress_rule').filter((rule) => rule['security_group_id'] === own);

  expect(out.map((rule) => rule['to_port'])).toEqual([3306, 443]);
  expect(into).toEqual([]);
});

test('leaves the values of its secrets to the function', () => {
  const json = user();

  expect(json.count('aws_secretsmanager_secret')).toBe(2);
  expect(json.count('aws_secretsmanager_secret_version')).toBe(0);
  expect(json.list('aws_secretsmanager_secret').map(({ kms_key_id: key }) => key)).toEqual([KEY.keyArn, KEY.keyArn]);
});

test.each([
  [true, 30],
  [false, 0],
])('with protect %s its secrets can be brought back for %d days', (protect, days) => {
  for (const secret of user({ protect }).list('aws_secretsmanager_secret')) {
    expect(secret).toMatchObject({ recovery_window_in_days: days, lifecycle: { prevent_destroy: protect } });
  }
});

test('may read three secrets by name, write two of them, and use the key for nothing else', () => {
  const json = user();
  const [database] = Object.keys(json.resources('aws_db_instance'));
  const master = `\${aws_db_instance.${database}.master_user_secret[0].secret_arn}`;
  const own = ['User_Secret', 'User_Salts'].map((start) => {
    const id = Object.keys(json.resources('aws_secretsmanager_secret')).find((each) => each.startsWith(start));
    return `\${aws_secretsmanager_secret.${id}.arn}`;
  });
  const statements = statementsOf(json.only('aws_iam_role_policy')['policy']);

  expect(statements.find(({ Sid }) => Sid === 'ReadSecrets')).toMatchObject({ Resource: [master, ...own] });
  expect(statements.find(({ Sid }) => Sid === 'WriteSecrets')).toMatchObject({ Resource: own });
  expect(statements.find(({ Sid }) => Sid === 'UseKeyForSecrets')).toMatchObject({
    Resource: [KEY.keyArn],
    Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' } },
  });
});

test('may touch network interfaces only as far as Lambda does it', () => {
  const statements = statementsOf(user().only('aws_iam_role_policy')['policy']);
  const wide = statements.filter(({ Resource }) => JSON.stringify(Resource) === '["*"]');

  expect(wide).toMatchObject([
    { Effect: 'Allow', Sid: 'AttachToVpc' },
    {
      Effect: 'Deny',
      Condition: {
        ArnEquals: {
          'lambda:SourceFunctionArn':
            'arn:aws:lambda:eu-west-1:111122223333:function:wordpress-production-database-user',
        },
      },
    },
  ]);
  expect(wide[0]?.['Action']).toEqual(wide[1]?.['Action']);
});

test('logs to a group with retention and key', () => {
  expect(user({ logRetentionDays: 14 }).list('aws_cloudwatch_log_group')).toContainEqual(
    expect.objectContaining({
      name: '/aws/lambda/wordpress-production-database-user',
      retention_in_days: 14,
      kms_key_id: KEY.keyArn,
    }),
  );
});

test.each(['word_press', '', 'a'.repeat(33)])("fails for the user name '%s'", (username) => {
  expect(() => make(testStack(), { username })).toThrow(
    `'username' must be 1 to 32 lower-case letters and digits and begin with a letter, got '${username}'; rename it`,
  );
});

test('fails when the name of the function gets longer than Lambda allows', () => {
  const name = { system: 'wordpress', environment: 'e'.repeat(50) };

  expect(() => make(testStack(), { name })).toThrow(/'name' must leave the function's name at most 64 characters, got/);
});
