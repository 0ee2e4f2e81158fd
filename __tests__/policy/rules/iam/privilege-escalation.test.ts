import { NO_PRIVILEGE_ESCALATION } from '../../../../src/policy/rules/iam/privilege-escalation';
import { describeRule } from '../../support/describe-rule';
import { allowing, DENYING, document, UNREADABLE } from '../../support/iam-policy';

const unlimited = (Action: string | string[]): string => document({ Effect: 'Allow', Action, Resource: '*' });

describeRule(NO_PRIVILEGE_ESCALATION, {
  pass: {
    'a role is handed to instances': allowing(
      { Action: 'iam:PassRole', Resource: 'arn:aws:iam::123456789012:role/web' },
      { Action: 'ec2:RunInstances', Resource: '*' },
    ),
    'any role is handed to no matter whom': allowing({ Action: 'iam:PassRole', Resource: '*' }),
    'a condition limits it': allowing({
      Action: 'iam:CreatePolicyVersion',
      Resource: '*',
      Condition: { StringEquals: { 'aws:ResourceTag/team': 'web' } },
    }),
  },
  fail: {
    'any role is handed to instances, in two statements': {
      resources: allowing({ Action: 'iam:Pass*', Resource: '*' }, { Action: 'EC2:runinstances', Resource: '*' }),
      finds: ['aws_iam_role_policy.web#iam:PassRole+ec2:RunInstances'],
    },
    'the code of any function': allowing({ Action: 'lambda:Update*', NotResource: 'arn:aws:lambda:*:*:function:a' }),
    'everything but S3': allowing({ NotAction: 's3:*', Resource: '*' }),
  },
  notApplicable: { 'a policy that only denies': DENYING },
  unknown: { 'a variable holds the policy': UNREADABLE },
  guards: {
    'aws_iam_role_policy.web.policy': [
      unlimited('iam:PutRolePolicy'),
      unlimited(['iam:PassRole', 'glue:CreateDevEndpoint']),
    ],
  },
});
