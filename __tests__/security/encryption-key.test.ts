import { EncryptionKey, type EncryptionKeyProps, type KeyUser } from '../../src/security';
import { synthesize } from '../../src/testing';
import { ACCOUNT, decide, WEB_ROLE } from './simulation';

const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;
const SCALING_ROLE = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;

function keyJson(props: Partial<EncryptionKeyProps> = {}) {
  return synthesize((stack) => {
    new EncryptionKey(stack, 'Key', {
      name: { system: 'wordpress', environment: 'production' },
      purpose: 'data',
      accountId: ACCOUNT,
      region: 'eu-west-1',
      services: [],
      protect: true,
      ...props,
    });
  });
}

const policyFor = (...services: KeyUser[]) => String(keyJson({ services }).only('aws_kms_key')['policy']);

const use = (resource: string, principal: string, action: string, context: Record<string, string> = {}) =>
  decide({ resource }, { principal, action, resource: KEY, context });

describe('EncryptionKey', () => {
  test('rotates and has an alias of its own', () => {
    const json = keyJson();
    const [key] = Object.keys(json.resources('aws_kms_key'));

    expect(json.only('aws_kms_key')).toMatchObject({ enable_key_rotation: true });
    expect(json.only('aws_kms_alias')).toEqual({
      name: 'alias/wordpress-production-data',
      target_key_id: `\${aws_kms_key.${key}.key_id}`,
    });
  });

  test.each([
    [true, 30],
    [false, 7],
  ])('protected %p, waits %d days and prevents destruction accordingly', (protect, days) => {
    expect(keyJson({ protect }).only('aws_kms_key')).toMatchObject({
      deletion_window_in_days: days,
      lifecycle: { prevent_destroy: protect },
    });
  });

  test.each(['Data', 'my data', '', '1st', 'a'.repeat(250)])('refuses the purpose %p', (purpose) => {
    expect(() => keyJson({ purpose })).toThrow(
      "'purpose' must be lower-case letters, digits and hyphens and make an alias of at most 256 characters, " +
        `got '${purpose}'; use a word such as 'data'\n  in test/Key (EncryptionKey)`,
    );
  });
});

describe('the policy of a key', () => {
  test('leaves everything to the account and its IAM policies', () => {
    expect(JSON.parse(policyFor())).toMatchObject({
      Statement: [{ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: ['kms:*'] }],
    });
  });

  test('names each user once', () => {
    const sids = (JSON.parse(policyFor('logs', 'logs')) as { Statement: { Sid: string }[] }).Statement.map(
      (s) => s.Sid,
    );

    expect(sids).toEqual(['Account', 'LogGroups']);
  });

  test("lets CloudWatch Logs encrypt this account's log groups of the region only", () => {
    const { Statement } = JSON.parse(policyFor('logs')) as { Statement: unknown[] };

    expect(Statement[1]).toMatchObject({
      Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
      Condition: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:*` },
      },
    });
  });

  test.each([
    ['sns-alarms', 'cloudwatch.amazonaws.com'],
    ['rds-events', 'events.rds.amazonaws.com'],
    ['eventbridge', 'events.amazonaws.com'],
  ] as const)('lets %s publish to encrypted topics and nothing else', async (user, service) => {
    const policy = policyFor(user);

    expect(await use(policy, service, 'kms:GenerateDataKey')).toBe('Allowed');
    expect(await use(policy, service, 'kms:Decrypt')).toBe('Allowed');
    expect(await use(policy, service, 'kms:ScheduleKeyDeletion')).toBe('ImplicitlyDenied');
    expect(await use(policyFor(), service, 'kms:GenerateDataKey')).toBe('ImplicitlyDenied');
  });

  test('lets Auto Scaling, and no other role, make encrypted volumes', async () => {
    const policy = policyFor('autoscaling');
    const caller = { 'kms:CallerAccount': ACCOUNT };

    expect(await use(policy, SCALING_ROLE, 'kms:GenerateDataKeyWithoutPlaintext', caller)).toBe('Allowed');
    expect(await use(policy, WEB_ROLE, 'kms:GenerateDataKeyWithoutPlaintext', caller)).toBe('ImplicitlyDenied');
    expect(await use(policy, SCALING_ROLE, 'kms:PutKeyPolicy', caller)).toBe('ImplicitlyDenied');
  });

  test('lets Auto Scaling make grants for AWS resources only', async () => {
    const policy = policyFor('autoscaling');
    const grant = (forResource: string) =>
      use(policy, SCALING_ROLE, 'kms:CreateGrant', {
        'kms:CallerAccount': ACCOUNT,
        'kms:GrantIsForAWSResource': forResource,
      });

    expect([await grant('true'), await grant('false')]).toEqual(['Allowed', 'ImplicitlyDenied']);
  });
});
