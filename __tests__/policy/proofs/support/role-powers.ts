import { isObject, objectOf, textOf, type JsonObject } from '../../../../src/terraform/json';
import { ACCOUNT, decide } from '../../../security/simulation';
import { arnOf, concrete, declared, REGION, type Declared } from './concrete-policies';
import type { StackConfigurations } from './environment-stacks';

/** Something a call can be about: its ARN, the policy it has, and what such a call says of itself. */
interface Subject {
  readonly label: string;
  readonly arn: string;
  readonly policy?: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** What nobody in the stack may ever do. */
const DANGEROUS: readonly string[] = [
  's3:DeleteBucket',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutBucketPolicy',
  's3:PutLifecycleConfiguration',
  'kms:ScheduleKeyDeletion',
  'kms:PutKeyPolicy',
  'secretsmanager:DeleteSecret',
  'logs:DeleteLogGroup',
  'ssm:PutParameter',
  'elasticfilesystem:ClientRootAccess',
  'iam:PassRole',
  'iam:PutRolePolicy',
  'sts:AssumeRole',
  'rds:DeleteDBInstance',
  'ec2:TerminateInstances',
  'autoscaling:UpdateAutoScalingGroup',
];

/** What a role may do: for each action the subjects on which it is allowed; actions that it may do nowhere are left out. */
export type Powers = Readonly<Record<string, readonly string[]>>;

/**
 * Asks for every action that any role is allowed, and the dangerous ones, on everything there is; also on what others have.
 *
 * @param context said with every call that says something of itself anyway
 */
export async function powersOf(
  stacks: StackConfigurations,
  role: Declared,
  context: Readonly<Record<string, string>> = {},
): Promise<Powers> {
  const identity = identityOf(stacks, role);
  const principal = arnOf(stacks, 'aws_iam_role', role);
  const subjects = subjectsOf(stacks);
  const powers: Record<string, string[]> = {};
  for (const action of actionsOf(stacks)) {
    for (const { label, arn, policy, context: own } of subjects.filter(
      ({ label: each }) => kindOf(action) === each.split(' ')[0],
    )) {
      const resource = policy === undefined ? {} : { resource: policy };
      const decided = await decide(
        { ...(identity === undefined ? {} : { identity }), ...resource },
        {
          action,
          resource: arn,
          principal,
          ...(own === undefined ? {} : { context: { ...own, ...context } }),
        },
      );
      if (decided === 'Allowed') (powers[action] ??= []).push(label);
    }
  }
  return powers;
}

function identityOf(stacks: StackConfigurations, role: Declared): string | undefined {
  const own = declared(stacks, 'aws_iam_role_policy').filter(
    ({ stack, body }) => stack === role.stack && String(body.role).includes(`.${role.name}.`),
  );
  const statements = own.flatMap(({ stack, body }) => {
    const document = JSON.parse(concrete(stacks, stack, textOf(body, 'policy') ?? '{}')) as JsonObject;
    return document.Statement as JsonObject[];
  });
  return statements.length === 0 ? undefined : JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function actionsOf(stacks: StackConfigurations): readonly string[] {
  const named = declared(stacks, 'aws_iam_role').flatMap((role) => {
    const document = JSON.parse(identityOf(stacks, role) ?? '{"Statement":[]}') as { Statement: JsonObject[] };
    return document.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action as string[]);
  });
  return [...new Set([...named, ...DANGEROUS])].toSorted();
}

/** Which subjects an action can be about. */
function kindOf(action: string): string {
  const [service = '', name = ''] = action.split(':');
  if (service === 's3') return /Object|MultipartUpload/.test(name) ? 'object' : 'bucket';
  if (service === 'logs') return /LogStream$|^PutLogEvents$/.test(name) ? 'stream' : 'log';
  const kinds: Readonly<Record<string, string>> = {
    kms: 'key',
    secretsmanager: 'secret',
    ssm: 'parameter',
    elasticfilesystem: 'files',
    autoscaling: 'group',
    iam: 'role',
    sts: 'role',
    rds: 'database',
  };
  if (/^(ec2:TerminateInstances|ssm:UpdateInstanceInformation)$/.test(action)) return 'instance';
  return kinds[service] ?? 'any';
}

function subjectsOf(stacks: StackConfigurations): readonly Subject[] {
  const home = `${REGION}:${ACCOUNT}`;
  const short = (name: string): string => name.replace(/_[0-9A-F]{8}$/, '');
  const buckets = declared(stacks, 'aws_s3_bucket').flatMap((bucket): Subject[] => {
    const arn = arnOf(stacks, 'aws_s3_bucket', bucket);
    const policy = policyFor(stacks, 'aws_s3_bucket_policy', bucket);
    const context = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' };
    const label = `${bucket.stack}/${short(bucket.name)}`;
    const keys = ['wordpress/production/code', 'wordpress/staging/code', 'uploads/a.png', 'other'];
    return [
      { label: `bucket ${label}`, arn, policy, context },
      ...keys.map((key) => ({ label: `object ${label}/${key}`, arn: `${arn}/${key}`, policy, context })),
    ];
  });
  const keys = declared(stacks, 'aws_kms_key').flatMap((key) =>
    ['s3', 'secretsmanager', 'rds'].map((service): Subject => ({
      label: `key ${key.stack}/${short(key.name)} through ${service}`,
      arn: arnOf(stacks, 'aws_kms_key', key),
      policy: concrete(stacks, key.stack, textOf(key.body, 'policy') ?? ''),
      context: { 'kms:ViaService': `${service}.${REGION}.amazonaws.com` },
    })),
  );
  const secrets = declared(stacks, 'aws_secretsmanager_secret').map((secret) => ({
    label: `secret ${short(secret.name)}`,
    arn: arnOf(stacks, 'aws_secretsmanager_secret', secret),
  }));
  const [database] = declared(stacks, 'aws_db_instance');
  const master =
    database === undefined
      ? ''
      : concrete(stacks, database.stack, `\${aws_db_instance.${database.name}.master_user_secret[0].secret_arn}`);
  const logs = declared(stacks, 'aws_cloudwatch_log_group').flatMap((group): Subject[] => {
    const arn = arnOf(stacks, 'aws_cloudwatch_log_group', group);
    return [
      { label: `log ${short(group.name)}`, arn },
      { label: `stream ${short(group.name)}`, arn: `${arn}:log-stream:one` },
    ];
  });
  const files = declared(stacks, 'aws_efs_file_system').flatMap((system) => {
    const arn = arnOf(stacks, 'aws_efs_file_system', system);
    const [point] = declared(stacks, 'aws_efs_access_point').map((each) => arnOf(stacks, 'aws_efs_access_point', each));
    const policy = policyFor(stacks, 'aws_efs_file_system_policy', system);
    const through = {
      'elasticfilesystem:AccessPointArn': point ?? '',
      'elasticfilesystem:AccessedViaMountTarget': 'true',
    };
    return [
      { label: 'files through the access point', arn, policy, context: { ...through, 'aws:SecureTransport': 'true' } },
      { label: 'files without TLS', arn, policy, context: { ...through, 'aws:SecureTransport': 'false' } },
      { label: 'files by themselves', arn, policy, context: { 'aws:SecureTransport': 'true' } },
    ];
  });
  const others: readonly Subject[] = [
    { label: 'secret of the master user', arn: master },
    { label: 'secret of staging', arn: `arn:aws:secretsmanager:${home}:secret:wordpress-staging-site-AbCdEf` },
    { label: 'parameter of production', arn: `arn:aws:ssm:${home}:parameter/wordpress/production/site-url` },
    { label: 'parameter of staging', arn: `arn:aws:ssm:${home}:parameter/wordpress/staging/site-url` },
    ...['production', 'staging'].map((name) => ({
      label: `group of ${name}`,
      arn: `arn:aws:autoscaling:${home}:autoScalingGroup:*:autoScalingGroupName/wordpress-${name}-web`,
    })),
    { label: 'role admin', arn: `arn:aws:iam::${ACCOUNT}:role/admin` },
    { label: 'database of production', arn: `arn:aws:rds:${home}:db:wordpress-production` },
    { label: 'instance of anybody', arn: `arn:aws:ec2:${home}:instance/i-0123456789abcdef0` },
    { label: 'any thing', arn: '*', context: { 'aws:RequestedRegion': REGION } },
  ];
  return [...buckets, ...keys, ...secrets, ...logs, ...files, ...others];
}

function policyFor(stacks: StackConfigurations, type: string, { stack, name }: Declared): string {
  const found = declared(stacks, type).find(
    (each) =>
      each.stack === stack &&
      Object.values(each.body).some((value) => !isObject(value) && String(value).includes(`.${name}.`)),
  );
  return concrete(stacks, stack, textOf(objectOf(found?.body), 'policy') ?? '');
}
