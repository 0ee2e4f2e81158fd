import { LIMITED_RESOURCES } from '../../../../src/policy/rules/iam/limited-resources';
import { describeRule } from '../../support/describe-rule';
import { allowing, DENYING, document, UNREADABLE } from '../../support/iam-policy';

const unlimited = (Action: string | string[]): string => document({ Effect: 'Allow', Action, Resource: '*' });

describeRule(LIMITED_RESOURCES, {
  pass: {
    'a bucket is named': allowing({ Action: 's3:PutObject', Resource: 'arn:aws:s3:::media/*' }),
    'a condition limits': allowing({
      Action: 'cloudwatch:PutMetricData',
      Resource: '*',
      Condition: { StringEquals: { 'cloudwatch:namespace': 'web' } },
    }),
    'what AWS cannot limit': allowing({ Action: ['ec2:DescribeInstances', 'ssmmessages:*'], Resource: '*' }),
  },
  fail: {
    'actions on all instances': {
      resources: allowing({ Action: ['ec2:TerminateInstances', 'ec2:DescribeInstances', 'sqs:Send*'], Resource: '*' }),
      finds: ['aws_iam_role_policy.web#ec2:TerminateInstances', 'aws_iam_role_policy.web#sqs:Send*'],
    },
    'all but some': allowing({ NotAction: 'iam:*', Resource: '*' }),
  },
  notApplicable: { 'a policy that only denies': DENYING },
  unknown: {
    'a variable holds the policy': UNREADABLE,
    'a service of which nothing is known': allowing({ Action: 'groundstation:ReserveContact', Resource: '*' }),
  },
  guards: { 'aws_iam_role_policy.web.policy': [unlimited('s3:PutObject'), unlimited('rds:delete*')] },
});
