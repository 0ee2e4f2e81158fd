import { TRUST_NAMED } from '../../../../src/policy/rules/iam/trust-named';
import { describeRule } from '../../support/describe-rule';
import { document, trusting } from '../../support/iam-policy';

const trust = (statement: object): string => document({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement });
const UNREADABLE = { aws_iam_role: { web: { assume_role_policy: '${var.policy}' } } };
const DENYING = trusting({ Effect: 'Deny', Principal: '*' });

describeRule(TRUST_NAMED, {
  pass: {
    'a service': trusting({ Principal: { Service: 'ec2.amazonaws.com' } }),
    'everybody of an organization': trusting({
      Principal: { AWS: '*' },
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    }),
  },
  fail: {
    everybody: { resources: trusting({ Sid: 'All', Principal: '*' }), finds: ['aws_iam_role.web#All'] },
    'everybody but one': trusting({ NotPrincipal: { AWS: 'arn:aws:iam::123456789012:user/a' } }),
    'everybody, by TLS': trusting({ Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
  },
  notApplicable: { 'a role that refuses': DENYING },
  unknown: { 'a variable holds the policy': UNREADABLE },
  guards: { 'aws_iam_role.web.assume_role_policy': [trust({ Principal: '*' }), trust({ Principal: { AWS: ['*'] } })] },
});
