import { declared } from './support/concrete-policies';
import { stacksOfEnvironment, withChanged } from './support/environment-stacks';
import { powersOf, type Powers } from './support/role-powers';

const production = stacksOfEnvironment('production');

const on = (subjects: readonly string[], ...actions: readonly string[]): Powers =>
  Object.fromEntries(actions.map((action) => [action, subjects]));
const logsOf = (kind: 'log' | 'stream', names: readonly string[]): readonly string[] =>
  names.map((name) => `${kind} ${name}`);
const objects = ['wordpress/production/code', 'wordpress/staging/code', 'uploads/a.png', 'other'];

/** Given by the policy of the file system itself: NFS clients do not sign, so whoever has a way to the mount targets may. */
const MOUNT = on(['files through the access point'], 'elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite');
const INSTANCE_LOGS = ['boot', 'cloud-init', 'cron', 'php', 'web-access', 'web-error'].map((name) => `Logs_${name}`);

/** All that the roles of production may do. */
const POWERS: Readonly<Record<string, Powers>> = {
  'foundation/Network_FlowLogs_Role': {
    ...MOUNT,
    ...on(['log Network_FlowLogs_LogGroup'], 'logs:DescribeLogStreams'),
    ...on(['stream Network_FlowLogs_LogGroup'], 'logs:CreateLogStream', 'logs:PutLogEvents'),
  },
  'data/BackupRole': {
    ...MOUNT,
    ...on(['bucket data/BackupsBucket'], 's3:GetBucketLocation', 's3:ListBucket'),
    ...on(
      objects.map((key) => `object data/BackupsBucket/${key}`),
      's3:AbortMultipartUpload',
      's3:GetObject',
      's3:GetObjectVersion',
      's3:PutObject',
    ),
    ...on(['key foundation/DataKey through s3'], 'kms:Decrypt', 'kms:GenerateDataKey'),
  },
  'data/DatabaseUser_Role': {
    ...MOUNT,
    ...on(
      ['any thing'],
      'ec2:AssignPrivateIpAddresses',
      'ec2:CreateNetworkInterface',
      'ec2:DeleteNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:UnassignPrivateIpAddresses',
    ),
    ...on(['stream DatabaseUser_Log'], 'logs:CreateLogStream', 'logs:PutLogEvents'),
    ...on(
      ['secret DatabaseUser_Salts', 'secret DatabaseUser_Secret', 'secret of the master user'],
      'secretsmanager:GetSecretValue',
    ),
    ...on(['secret DatabaseUser_Salts', 'secret DatabaseUser_Secret'], 'secretsmanager:PutSecretValue'),
    ...on(['key foundation/DataKey through secretsmanager'], 'kms:Decrypt', 'kms:GenerateDataKey'),
  },
  // what it has besides is a policy of AWS, which lets it write the metrics of RDS
  'data/Database_MonitoringRole': MOUNT,
  'web/InstanceRole': {
    ...MOUNT,
    ...on(
      ['group of production'],
      'autoscaling:CompleteLifecycleAction',
      'autoscaling:RecordLifecycleActionHeartbeat',
      'autoscaling:SetInstanceHealth',
    ),
    ...on(
      ['any thing'],
      'ec2:DescribeTags',
      'ec2messages:AcknowledgeMessage',
      'ec2messages:DeleteMessage',
      'ec2messages:FailMessage',
      'ec2messages:GetEndpoint',
      'ec2messages:GetMessages',
      'ec2messages:SendReply',
      'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel',
      'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
    ),
    ...on(['instance of anybody'], 'ssm:UpdateInstanceInformation'),
    ...on(logsOf('log', INSTANCE_LOGS), 'logs:DescribeLogStreams'),
    ...on(logsOf('stream', INSTANCE_LOGS), 'logs:CreateLogStream', 'logs:PutLogEvents'),
    ...on(['object data/MediaBucket/uploads/a.png'], 's3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject'),
    ...on(
      ['object data/MediaBucket/uploads/a.png', 'object data/ReleasesBucket/wordpress/production/code'],
      's3:GetObject',
    ),
    ...on(['bucket data/ReleasesBucket'], 's3:ListBucket'),
    ...on(['secret DatabaseUser_Salts', 'secret DatabaseUser_Secret'], 'secretsmanager:GetSecretValue'),
    ...on(['parameter of production'], 'ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'),
    ...on(['key foundation/DataKey through s3', 'key foundation/DataKey through secretsmanager'], 'kms:Decrypt'),
    ...on(['key foundation/DataKey through s3'], 'kms:GenerateDataKey'),
  },
};

const roles = declared(production, 'aws_iam_role').map((role) => {
  const name = `${role.stack}/${role.name.replace(/_[0-9A-F]{8}$/, '')}`;
  return [name, role] as const;
});

test('the list has every role', () => {
  expect(roles.map(([name]) => name).toSorted()).toEqual(Object.keys(POWERS).toSorted());
});

test.each(roles)('%s can do what its list says and nothing else', async (name, role) => {
  expect(await powersOf(production, role)).toEqual(POWERS[name]);
});

test('an explicit denial is stronger than a right', async () => {
  const [, role] = roles.find(([name]) => name === 'data/BackupRole') ?? [];
  if (role === undefined) throw new Error('no such role');
  const wider = withChanged(
    production,
    { stack: 'data', type: 'aws_iam_role_policy', name: /^BackupRole/ },
    (body) => ({
      ...body,
      policy: String(body.policy).replace(
        '"s3:AbortMultipartUpload"',
        '"s3:DeleteObject","s3:PutLifecycleConfiguration"',
      ),
    }),
  );

  const powers = await powersOf(wider, role);
  expect(powers['s3:DeleteObject']).toBeUndefined();
  expect(powers['s3:PutLifecycleConfiguration']).toBeUndefined();
});

test('a bucket refuses what comes without TLS, whatever the role may', async () => {
  const [, role] = roles.find(([name]) => name === 'web/InstanceRole') ?? [];
  if (role === undefined) throw new Error('no such role');
  const powers = await powersOf(production, role, { 'aws:SecureTransport': 'false' });

  expect(Object.keys(powers).filter((action) => action.startsWith('s3:'))).toEqual([]);
});
