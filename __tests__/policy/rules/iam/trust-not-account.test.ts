import { TRUST_NOT_ACCOUNT } from '../../../../src/policy/rules/iam/trust-not-account';
import { describeRule } from '../../support/describe-rule';
import { document, trusting } from '../../support/iam-policy';

const trust = (statement: object): string => document({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement });
const UNREADABLE = { aws_iam_role: { web: { assume_role_policy: '${var.policy}' } } };
const DENYING = trusting({ Effect: 'Deny', Principal: '*' });

describeRule(TRUST_NOT_ACCOUNT, {
  pass: {
    'a role': trusting({ Principal: { AWS: 'arn:aws:iam::123456789012:role/web' } }),
    'an account, with a condition': trusting({
      Principal: { AWS: 'arn:aws:iam::123456789012:root' },
      Condition: { StringEquals: { 'sts:ExternalId': 'site' } },
    }),
  },
  fail: {
    'an account among others': {
      resources: trusting({ Principal: { AWS: ['arn:aws:iam::123456789012:role/web', '210987654321'] } }),
      finds: ['aws_iam_role.web#210987654321'],
    },
  },
  notApplicable: { 'a role that refuses': DENYING },
  unknown: { 'a variable holds the policy': UNREADABLE },
  guards: { 'aws_iam_role.web.assume_role_policy': [trust({ Principal: { AWS: 'arn:aws:iam::123456789012:root' } })] },
});
