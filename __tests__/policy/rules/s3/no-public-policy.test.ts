import { NO_PUBLIC_POLICY } from '../../../../src/policy/rules/s3/no-public-policy';
import { describeRule, type Resources } from '../../support/describe-rule';

const READ = { Sid: 'Read', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::media/*' };
const document = (change: object): string => JSON.stringify({ Statement: [{ ...READ, ...change }] });
const policy = (change: object): Resources => ({
  aws_s3_bucket_policy: { media: { bucket: 'media', policy: document(change) } },
});

describeRule(NO_PUBLIC_POLICY, {
  pass: {
    'a service is named': policy({ Principal: { Service: 'cloudfront.amazonaws.com' } }),
    'only one organization may': policy({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
    'everybody is denied': policy({ Effect: 'Deny' }),
  },
  fail: {
    'everybody may read': { resources: policy({}), finds: ['aws_s3_bucket_policy.media#Read'] },
    'everybody but one may read': policy({ Principal: undefined, NotPrincipal: { AWS: '123456789012' } }),
    'the condition lets everybody in': policy({ Condition: { IpAddress: { 'aws:SourceIp': ['0.0.0.0/0'] } } }),
    'the condition holds without the key, too': policy({
      Condition: { StringEqualsIfExists: { 'aws:SourceAccount': '123456789012' } },
    }),
    'the condition tells nobody apart': policy({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
    'the bucket holds the policy itself': {
      aws_s3_bucket: { media: { policy: document({ Principal: { AWS: '*' } }) } },
    },
  },
  notApplicable: { 'a bucket without a policy': { aws_s3_bucket: { media: { bucket: 'media' } } } },
  unknown: { 'a variable holds the policy': { aws_s3_bucket_policy: { media: { policy: '${var.policy}' } } } },
  guards: {
    'aws_s3_bucket_policy.media.policy': [
      document({}),
      document({ Principal: { AWS: ['123456789012', '*'] } }),
      document({ Condition: { StringLike: { 'aws:PrincipalArn': '*' } } }),
    ],
  },
});
