import { NO_WILDCARD_ACTION } from '../../../../src/policy/rules/iam/no-wildcard-action';
import { describeRule } from '../../support/describe-rule';
import { allowing, allowingByDocument, DENYING, UNREADABLE } from '../../support/iam-policy';

const BUCKET = '${aws_s3_bucket.media.arn}';

describeRule(NO_WILDCARD_ACTION, {
  pass: {
    'actions are listed': allowing({ Action: ['s3:GetObject', 's3:List*'], Resource: '*' }),
    'the resource is known only after apply': {
      resources: {
        aws_s3_bucket: { media: { bucket: 'media' } },
        ...allowing({ Action: 's3:GetObject', Resource: `${BUCKET}/*` }),
      },
      atPlan: 'unknown',
    },
    'a document lists the actions': allowingByDocument({ actions: ['s3:GetObject'], resources: ['*'] }),
  },
  fail: {
    'every action of services': {
      resources: allowing({ Action: ['s3:*', 'iam:PassRole', 'kms:*'], Resource: '*' }),
      finds: ['aws_iam_role_policy.web#kms:*', 'aws_iam_role_policy.web#s3:*'],
    },
    'every action but some': allowing({ Sid: 'Most', NotAction: 'iam:*', Resource: '*' }),
    'a document that allows all of a service': allowingByDocument({ actions: ['s3:*'], resources: ['*'] }),
    'a policy inside the role': {
      aws_iam_role: {
        web: { inline_policy: [{ policy: '{"Statement":{"Effect":"Allow","Action":"s3:*"}}' }, { name: 'none' }] },
      },
    },
  },
  notApplicable: {
    'a policy that only denies': DENYING,
    'a role without policies of its own': { aws_iam_role: { web: { name: 'web' } } },
  },
  unknown: {
    'a variable holds the policy': UNREADABLE,
    'a document is put together from others': allowingByDocument({ actions: ['${var.action}'], resources: ['*'] }),
  },
  guards: {
    'aws_iam_role_policy.web.policy': ['{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'],
  },
});
