import { NO_PERMISSIONS_MANAGEMENT } from '../../../../src/policy/rules/iam/permissions-management';
import { describeRule } from '../../support/describe-rule';
import { allowing, DENYING, document, UNREADABLE } from '../../support/iam-policy';

const unlimited = (Action: string | string[]): string => document({ Effect: 'Allow', Action, Resource: '*' });

describeRule(NO_PERMISSIONS_MANAGEMENT, {
  pass: {
    'the policy of a bucket': allowing({ Action: 's3:PutBucketPolicy', Resource: 'arn:aws:s3:::media' }),
    'grants for services of AWS': allowing({
      Action: 'kms:CreateGrant',
      Resource: '*',
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    }),
    'other actions': allowing({ Action: 's3:PutObject', Resource: '*' }),
  },
  fail: {
    'the policies of all buckets': {
      resources: allowing({ Action: ['s3:Put*', 's3:GetObject'], Resource: '*' }),
      finds: ['aws_iam_role_policy.web#s3:Put*'],
    },
    'everything but some actions': allowing({ NotAction: 's3:*', Resource: '*' }),
  },
  notApplicable: { 'a policy that only denies': DENYING },
  unknown: { 'a variable holds the policy': UNREADABLE },
  guards: { 'aws_iam_role_policy.web.policy': [unlimited('s3:PutBucketPolicy'), unlimited('iam:AttachRolePolicy')] },
});
