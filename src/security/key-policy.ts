import type { PolicyStatement } from '../core/policy-document';

/**
 * An AWS service that uses a key by itself, because no role of ours stands between them.
 *
 * `logs`: encrypted log groups. `sns-alarms`, `rds-events`, `eventbridge`: publish to encrypted topics. `autoscaling`: launches
 * instances with encrypted volumes.
 */
export type KeyUser = 'logs' | 'sns-alarms' | 'rds-events' | 'eventbridge' | 'autoscaling';

/** The account and region of a key. */
export interface KeyHome {
  readonly accountId: string;
  readonly region: string;
}

const USE_ACTIONS = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
] as const;

const STATEMENTS: Readonly<Record<KeyUser, (home: KeyHome) => readonly PolicyStatement[]>> = {
  logs: ({ accountId, region }) => [
    {
      sid: 'LogGroups',
      principals: { Service: `logs.${region}.amazonaws.com` },
      actions: USE_ACTIONS,
      resources: ['*'],
      conditions: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${accountId}:log-group:*` },
      },
    },
  ],
  'sns-alarms': () => [publisher('Alarms', 'cloudwatch.amazonaws.com')],
  'rds-events': () => [publisher('DatabaseEvents', 'events.rds.amazonaws.com')],
  eventbridge: () => [publisher('Events', 'events.amazonaws.com')],
  autoscaling: autoscalingStatements,
};

/** Statements of a key policy: the account's administrators and IAM policies decide, and each user may do what it needs. */
export function keyPolicy(home: KeyHome, users: readonly KeyUser[]): readonly PolicyStatement[] {
  const administration: PolicyStatement = {
    sid: 'Account',
    principals: { AWS: `arn:aws:iam::${home.accountId}:root` },
    actions: ['kms:*'],
    resources: ['*'],
  };
  return [administration, ...[...new Set(users)].flatMap((user) => STATEMENTS[user](home))];
}

/**
 * Publishes to topics encrypted with the key. The topic's own policy says for whom: EventBridge sends KMS no source account, so
 * a condition on it here would lose messages without a word.
 */
function publisher(sid: string, service: string): PolicyStatement {
  return { sid, principals: { Service: service }, actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] };
}

/**
 * The service-linked role may not exist before the first Auto Scaling group, and KMS refuses a principal that does not exist;
 * a condition may name it. The wildcard then reaches that one role of this account, which the account's root would not: the
 * role has no permission for KMS of its own.
 */
function autoscalingStatements({ accountId }: KeyHome): readonly PolicyStatement[] {
  const role = 'role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';
  const onlyTheRole = { 'kms:CallerAccount': accountId, 'aws:PrincipalArn': `arn:aws:iam::${accountId}:${role}` };
  const common = { principals: { AWS: '*' }, resources: ['*'] };
  return [
    { ...common, sid: 'AutoScalingVolumes', actions: USE_ACTIONS, conditions: { StringEquals: onlyTheRole } },
    {
      ...common,
      sid: 'AutoScalingGrants',
      actions: ['kms:CreateGrant'],
      conditions: { StringEquals: onlyTheRole, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
}
