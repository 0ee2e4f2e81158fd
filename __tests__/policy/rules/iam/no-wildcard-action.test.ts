import { NO_WILDCARD_ACTION } from '../../../../src/policy/rules/iam/no-wildcard-action';
import { describeRule, type Fixture } from '../../support/describe-rule';

const policy = (statement: object, more: Partial<Fixture> = {}): Fixture => ({
  resources: { aws_iam_role_policy: { web: { role: 'web', policy: JSON.stringify({ Statement: [statement] }) } } },
  ...more,
});
const BUCKET = '${aws_s3_bucket.media.arn}';

describeRule(NO_WILDCARD_ACTION, {
  pass: {
    'actions are listed': policy({ Effect: 'Allow', Action: ['s3:GetObject', 's3:List*'], Resource: '*' }),
    'the resource is known only after apply': {
      resources: {
        aws_s3_bucket: { media: { bucket: 'media' } },
        ...policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: `${BUCKET}/*` }).resources,
      },
      atPlan: 'unknown',
    },
  },
  fail: {
    'every action of services': policy(
      { Effect: 'Allow', Action: ['s3:*', 'iam:PassRole', 'kms:*'], Resource: '*' },
      { finds: ['aws_iam_role_policy.web#kms:*', 'aws_iam_role_policy.web#s3:*'] },
    ),
    'every action but some': policy({ Sid: 'Most', Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
  },
  notApplicable: { 'a policy that only denies': policy({ Effect: 'Deny', Action: '*', Resource: '*' }) },
  unknown: { 'a variable holds the policy': { aws_iam_role_policy: { web: { policy: '${var.policy}' } } } },
  guards: {
    'aws_iam_role_policy.web.policy': ['{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'],
  },
});
