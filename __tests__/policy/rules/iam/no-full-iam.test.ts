import { NO_FULL_IAM } from '../../../../src/policy/rules/iam/no-full-iam';
import { describeRule } from '../../support/describe-rule';
import { allowing, DENYING, document, UNREADABLE } from '../../support/iam-policy';

const unlimited = (Action: string | string[]): string => document({ Effect: 'Allow', Action, Resource: '*' });

describeRule(NO_FULL_IAM, {
  pass: {
    'one action of IAM': allowing({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::123456789012:role/web' }),
    'everything but IAM': allowing({ NotAction: ['iam:*'], Resource: '*' }),
  },
  fail: {
    'everything but S3': allowing({ NotAction: ['s3:*'], Resource: '*' }),
    'everything of IAM': {
      resources: allowing({ Action: 'iam:*', Resource: 'x' }),
      finds: ['aws_iam_role_policy.web#1'],
    },
  },
  notApplicable: { 'a policy that only denies': DENYING },
  unknown: { 'a variable holds the policy': UNREADABLE },
  guards: { 'aws_iam_role_policy.web.policy': [unlimited('iam:*'), unlimited('*'), unlimited('IAM:**')] },
});
