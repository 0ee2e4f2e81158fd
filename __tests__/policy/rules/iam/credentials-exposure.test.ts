import { NO_CREDENTIALS_EXPOSURE } from '../../../../src/policy/rules/iam/credentials-exposure';
import { describeRule } from '../../support/describe-rule';
import { allowing, DENYING, document, UNREADABLE } from '../../support/iam-policy';

const unlimited = (Action: string | string[]): string => document({ Effect: 'Allow', Action, Resource: '*' });

describeRule(NO_CREDENTIALS_EXPOSURE, {
  pass: {
    'one role': allowing({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::123456789012:role/backup' }),
    'what cannot be limited': allowing({ Action: 'ecr:GetAuthorizationToken', Resource: '*' }),
  },
  fail: {
    'any role': {
      resources: allowing({ Action: 'sts:*', Resource: '*' }),
      finds: ['aws_iam_role_policy.web#sts:AssumeRole'],
    },
  },
  notApplicable: { 'a policy that only denies': DENYING },
  unknown: { 'a variable holds the policy': UNREADABLE },
  guards: { 'aws_iam_role_policy.web.policy': [unlimited('sts:AssumeRole'), unlimited('rds-db:connect')] },
});
