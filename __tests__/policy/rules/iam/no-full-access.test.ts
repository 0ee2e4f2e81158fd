import { NO_FULL_ACCESS } from '../../../../src/policy/rules/iam/no-full-access';
import { describeRule } from '../../support/describe-rule';
import { allowing, DENYING, document, UNREADABLE } from '../../support/iam-policy';

const unlimited = (Action: string | string[]): string => document({ Effect: 'Allow', Action, Resource: '*' });

describeRule(NO_FULL_ACCESS, {
  pass: {
    'actions and resources are listed': allowing({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::media/*' }),
    'everything of a service': allowing({ Action: 's3:*', Resource: '*' }),
  },
  fail: {
    'everything on everything': {
      resources: allowing({ Sid: 'Admin', Action: '*', Resource: '*' }),
      finds: ['aws_iam_role_policy.web#Admin'],
    },
    'among other actions': allowing({ Action: ['s3:GetObject', '*:*'], Resource: ['arn:aws:s3:::media', '*'] }),
  },
  notApplicable: { 'a policy that only denies': DENYING },
  unknown: { 'a variable holds the policy': UNREADABLE },
  guards: { 'aws_iam_role_policy.web.policy': [unlimited('*')] },
});
