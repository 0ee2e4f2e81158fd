import { NO_CONFUSED_DEPUTY } from '../../../../src/policy/rules/iam/confused-deputy';
import { describeRule } from '../../support/describe-rule';
import { document, trusting } from '../../support/iam-policy';

const trust = (statement: object): string => document({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement });
const UNREADABLE = { aws_iam_role: { web: { assume_role_policy: '${var.policy}' } } };
const DENYING = trusting({ Effect: 'Deny', Principal: '*' });

describeRule(NO_CONFUSED_DEPUTY, {
  pass: {
    'flow logs of this account': trusting({
      Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
    }),
    'a function that one bucket calls': {
      aws_lambda_permission: { a: { principal: 's3.amazonaws.com', source_arn: '${aws_s3_bucket.media.arn}' } },
    },
  },
  fail: {
    'a topic that any alarm of any account writes to': {
      resources: {
        aws_sns_topic_policy: {
          a: {
            policy: document({
              Effect: 'Allow',
              Action: 'sns:Publish',
              Principal: { Service: 'cloudwatch.amazonaws.com' },
            }),
          },
        },
      },
      finds: ['aws_sns_topic_policy.a#cloudwatch.amazonaws.com'],
    },
    'a function that S3 calls for anybody': { aws_lambda_permission: { a: { principal: 's3.amazonaws.com' } } },
    'a service of a region': trusting({ Principal: { Service: 'logs.eu-west-1.amazonaws.com' } }),
  },
  notApplicable: {
    'a role that refuses': DENYING,
    'a service that takes roles of its own account only': trusting({ Principal: { Service: 'ec2.amazonaws.com' } }),
    'a function that another account calls': { aws_lambda_permission: { a: { principal: '123456789012' } } },
  },
  unknown: {
    'a variable holds the policy': UNREADABLE,
    'a variable names the caller': { aws_lambda_permission: { a: { principal: '${var.service}' } } },
  },
  guards: {
    'aws_iam_role.web.assume_role_policy': [
      trust({ Principal: { Service: ['ec2.amazonaws.com', 'monitoring.rds.amazonaws.com'] } }),
    ],
  },
});
