import { NO_LOCK_OUT } from '../../../../src/policy/rules/s3/no-lock-out';
import { describeRule, type Resources } from '../../support/describe-rule';

const document = (change: object): string =>
  JSON.stringify({
    Statement: [
      { Sid: 'Deny', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::media', ...change },
    ],
  });
const policy = (change: object): Resources => ({
  aws_s3_bucket_policy: { media: { bucket: 'media', policy: document(change) } },
});

describeRule(NO_LOCK_OUT, {
  pass: {
    'a condition limits it': policy({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    'nobody needs the action': policy({ Action: 's3:DeleteObjectVersion' }),
    'one caller is refused': policy({ Principal: { AWS: '123456789012' } }),
    'it allows': policy({ Effect: 'Allow' }),
  },
  fail: {
    'everything is denied': { resources: policy({}), finds: ['aws_s3_bucket_policy.media#Deny'] },
    'all but some actions are denied': policy({ Action: undefined, NotAction: 's3:GetObject' }),
  },
  notApplicable: { 'a bucket without a policy': { aws_s3_bucket: { media: { bucket: 'media' } } } },
  unknown: { 'a variable holds the policy': { aws_s3_bucket_policy: { media: { policy: '${var.policy}' } } } },
  guards: { 'aws_s3_bucket_policy.media.policy': [document({}), document({ Action: ['s3:PutBucket*'] })] },
});
