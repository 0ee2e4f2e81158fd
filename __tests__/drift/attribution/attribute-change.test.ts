import fc from 'fast-check';
import { attributeChange, type Change } from '../../../src/drift/attribution/attribute-change';
import { trailEvent } from '../../../src/drift/attribution/trail-event';
import { TYPE_EVENTS } from '../../../src/drift/attribution/type-events';
import { READ_ACTIONS } from '../../../src/drift/reader-role/read-actions';
import { read, recorded, type Call } from './support';

const NOTHING = 'nothing explains it';
const LB = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/site/1';
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555';

const change = (type: string, identifier: string, path = '', kind: Change['kind'] = 'changed'): Change => ({
  type,
  kind,
  paths: path === '' ? [] : [path],
  identifiers: [identifier],
});

/** Changes, each with the call that made it and one beside it that did not. */
const CASES: readonly [Change, Call, Call][] = [
  [
    change('aws_security_group', 'sg-1', '', 'added'),
    { name: 'AuthorizeSecurityGroupIngress', parameters: { groupId: 'sg-1', ipPermissions: { items: [] } } },
    { name: 'RevokeSecurityGroupEgress', parameters: { groupId: 'sg-1' } },
  ],
  [
    change('aws_vpc_security_group_ingress_rule', 'sgr-1', '', 'deleted'),
    {
      name: 'RevokeSecurityGroupIngress',
      parameters: { groupId: 'sg-1', securityGroupRuleIds: { items: [{ securityGroupRuleId: 'sgr-1' }] } },
    },
    { name: 'ModifySecurityGroupRules', parameters: { SecurityGroupRule: { SecurityGroupRuleId: 'sgr-1' } } },
  ],
  [
    change('aws_db_instance', 'wordpress-production', 'backup_retention_period'),
    {
      name: 'ModifyDBInstance',
      parameters: { dBInstanceIdentifier: 'wordpress-production', backupRetentionPeriod: 0 },
    },
    { name: 'AddTagsToResource', parameters: { resourceName: 'wordpress-production' } },
  ],
  [
    change('aws_s3_bucket_public_access_block', 'media', 'block_public_acls', 'deleted'),
    { name: 'DeleteBucketPublicAccessBlock', parameters: { bucketName: 'media' } },
    { name: 'PutBucketPolicy', parameters: { bucketName: 'media' } },
  ],
  [
    change('aws_iam_role', 'web', 'assume_role_policy'),
    { name: 'UpdateAssumeRolePolicy', parameters: { roleName: 'web', policyDocument: '{}' } },
    { name: 'TagRole', parameters: { roleName: 'web' } },
  ],
  [
    change('aws_iam_role_policies_exclusive', 'web', 'policy_names', 'added'),
    { name: 'PutRolePolicy', parameters: { roleName: 'web', policyName: 'by-hand' } },
    { name: 'DeleteRolePolicy', parameters: { roleName: 'web', policyName: 'by-hand' } },
  ],
  [
    change('aws_iam_role_policy_attachments_exclusive', 'web', 'policy_arns', 'added'),
    { name: 'AttachRolePolicy', parameters: { roleName: 'web', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' } },
    { name: 'DetachRolePolicy', parameters: { roleName: 'web', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' } },
  ],
  [
    change('aws_lb', LB, 'security_groups'),
    { name: 'SetSecurityGroups', parameters: { loadBalancerArn: LB, securityGroups: ['sg-2'] } },
    { name: 'AddTags', parameters: { resourceArns: [LB] } },
  ],
  [
    change('aws_autoscaling_group', 'web', 'desired_capacity'),
    { name: 'SetDesiredCapacity', parameters: { autoScalingGroupName: 'web', desiredCapacity: 9 } },
    { name: 'CreateOrUpdateTags', parameters: { tags: [{ resourceId: 'web' }] } },
  ],
  [
    change('aws_kms_key', KEY, 'enable_key_rotation'),
    { name: 'DisableKeyRotation', parameters: { keyId: KEY } },
    { name: 'PutKeyPolicy', parameters: { keyId: KEY } },
  ],
  [
    change('aws_cloudwatch_metric_alarm', 'cpu', 'actions_enabled'),
    { name: 'DisableAlarmActions', parameters: { alarmNames: ['cpu'] } },
    { name: 'DeleteAlarms', parameters: { alarmNames: ['cpu'] } },
  ],
  [
    change('aws_ssm_parameter', '/site/url', 'insecure_value'),
    { name: 'PutParameter', parameters: { name: '/site/url', value: 'HIDDEN_DUE_TO_SECURITY_REASONS' } },
    { name: 'AddTagsToResource', parameters: { resourceId: '/site/url' } },
  ],
  [
    change('aws_efs_mount_target', 'fsmt-1', 'security_groups'),
    { name: 'ModifyMountTargetSecurityGroups', parameters: { mountTargetId: 'fsmt-1', securityGroups: ['sg-3'] } },
    { name: 'DeleteMountTarget', parameters: { mountTargetId: 'fsmt-1' } },
  ],
  [
    change('aws_subnet', 'subnet-1', 'tags["owner"]'),
    { name: 'CreateTags', parameters: { resourcesSet: { items: [{ resourceId: 'subnet-1' }] } } },
    { name: 'ModifySubnetAttribute', parameters: { subnetId: 'subnet-1' } },
  ],
];

test.each(CASES)('%o', (found, cause, beside) => {
  // what is beside the cause came later, so only its kind can tell them apart
  const events = [read({ ...beside, at: '2026-11-20T11:00:00Z' }), read({ ...cause, by: 'bob' })];

  expect(attributeChange(found, events, NOTHING)).toMatchObject({
    known: true,
    actor: { kind: 'person', name: 'bob' },
    event: cause.name,
    time: '2026-11-20T10:00:00.000Z',
    sourceIp: '203.0.113.7',
    userAgent: 'AWS-Console',
    confidence: 'likely',
    others: 0,
  });
});

describe('of several calls that explain a change', () => {
  const found = change('aws_db_instance', 'db', 'backup_retention_period');
  const call = (by: Call['by'], at: string): Call => ({
    name: 'ModifyDBInstance',
    parameters: { dBInstanceIdentifier: 'db' },
    by,
    at,
  });

  test('the latest is told, and how many others there are', () => {
    const events = [read(call('alice', '2026-11-19T10:00:00Z')), read(call('bob', '2026-11-20T10:00:00Z'))];

    expect(attributeChange(found, events, NOTHING)).toMatchObject({ actor: { name: 'bob' }, others: 1 });
  });

  test.each([
    ['deployer', 'terraform'],
    ['autoscaling', 'service'],
  ] as const)('a person comes before %s', (machinery, kind) => {
    const later = read(call(machinery, '2026-11-20T12:00:00Z'));

    expect(later.actor.kind).toBe(kind);
    expect(attributeChange(found, [later, read(call('alice', '2026-11-20T10:00:00Z'))], NOTHING)).toMatchObject({
      actor: { kind: 'person', name: 'Administrator/alice' },
    });
    expect(attributeChange(found, [later], NOTHING)).toMatchObject({ actor: { kind } });
  });
});

test('the root user is called so', () => {
  expect(read({ name: 'DeleteBucket', by: 'root', parameters: {} }).actor).toEqual({
    kind: 'person',
    name: 'the root user',
  });
});

test.each([
  ['that only reads', { readOnly: true }],
  ['that failed', { errorCode: 'AccessDenied' }],
])('a call %s changed nothing', (_case, more) => {
  expect(trailEvent(recorded({ name: 'DescribeDBInstances', parameters: {}, more }))).toBeUndefined();
});

test('what is no event is none', () => {
  fc.assert(fc.property(fc.string(), (text) => trailEvent(text) === undefined));
});

test('a call about another resource explains nothing, whatever it is', () => {
  const types = Object.entries(TYPE_EVENTS).flatMap(([type, { events }]) =>
    Object.keys(events).map((name) => ({ type, name })),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      fc.constantFrom<Change['kind']>('changed', 'deleted', 'added'),
      fc.stringMatching(/^[a-z]{2,8}-[0-9a-f]{4}$/),
      ({ type, name }, kind, other) => {
        const found = { ...change(type, 'mine', 'tags', kind) };
        expect(attributeChange(found, [read({ name, parameters: { id: other } })], NOTHING)).toEqual({
          known: false,
          reason: NOTHING,
        });
      },
    ),
  );
});

test('no event tells the parameters of its call', () => {
  const event = read({ name: 'PutParameter', parameters: { name: '/site/url', value: 'planted-secret' } });
  const told = attributeChange(change('aws_ssm_parameter', '/site/url', 'value'), [event], NOTHING);

  expect(JSON.stringify([event, told])).not.toContain('planted-secret');
});

test('every type is one that the stacks can hold', () => {
  expect(Object.keys(TYPE_EVENTS).filter((type) => !Object.hasOwn(READ_ACTIONS, type))).toEqual([]);
});
