import { BUCKET_TLS_ONLY } from '../../../../src/policy/rules/s3/tls-only';
import { describeRule, OTHER_RESOURCES, type Fixture, type Resources } from '../../support/describe-rule';

const STATEMENT = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::media', 'arn:aws:s3:::media/*'],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const document = (...changes: readonly object[]): string =>
  JSON.stringify({ Statement: changes.map((change) => ({ ...STATEMENT, ...change })) });
const policy = (text: string, bucket = '${aws_s3_bucket.media.id}'): Resources => ({
  aws_s3_bucket: { media: { bucket: 'media' } },
  aws_s3_bucket_policy: { media: { bucket, policy: text } },
});
const ARN = '${aws_s3_bucket.media.arn}';
const throughReferences: Fixture = {
  resources: policy(document({ Resource: [ARN, `${ARN}/*`], Principal: { AWS: '*' } })),
  atPlan: 'unknown',
};

const throughDocument: Fixture = {
  resources: policy('${data.aws_iam_policy_document.tls.json}'),
  beside: {
    data: {
      aws_iam_policy_document: {
        tls: {
          statement: {
            effect: 'Deny',
            principals: { type: '*', identifiers: ['*'] },
            actions: ['s3:*'],
            resources: [ARN, `${ARN}/*`],
            condition: { test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] },
          },
        },
      },
    },
  },
  atPlan: 'unknown',
};

describeRule(BUCKET_TLS_ONLY, {
  pass: {
    'everything is denied without TLS': policy(document({})),
    'the ARNs are known only after apply': throughReferences,
    'a data source writes the policy': throughDocument,
    'two statements share the work': policy(
      document({ Resource: 'arn:aws:s3:::media' }, { Resource: 'arn:aws:s3:::media/*' }),
    ),
  },
  fail: {
    'there is no policy': { aws_s3_bucket: { media: { bucket: 'media' } } },
    'only objects are covered': {
      resources: policy(document({ Resource: 'arn:aws:s3:::media/*' })),
      finds: ['aws_s3_bucket_policy.media#policy'],
    },
    'only one caller is refused': policy(document({ Principal: { AWS: 'arn:aws:iam::123456789012:root' } })),
    'a second condition narrows it': policy(
      document({ Condition: { ...STATEMENT.Condition, StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
    ),
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable holds the policy': policy('${var.policy}'),
    'nobody knows whose policy it is': policy(document({}), '${var.bucket}'),
  },
  guards: {
    'aws_s3_bucket_policy.media.policy': [
      document({ Effect: 'Allow' }),
      document({ Action: 's3:Get*' }),
      document({ Condition: {} }),
      document({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
    ],
  },
});
