import { OWN_POLICIES } from '../../../../src/policy/rules/iam/own-policies';
import { describeRule, type Resources } from '../../support/describe-rule';

const AWS = 'arn:aws:iam::aws:policy';
const attach = (policy_arn: string): Resources => ({
  aws_iam_role_policy_attachment: { a: { role: 'web', policy_arn } },
});

describeRule(OWN_POLICIES, {
  pass: {
    'a policy of the account': attach('arn:aws:iam::123456789012:policy/web'),
    'a policy that AWS writes for one service': attach(`${AWS}/service-role/AmazonRDSEnhancedMonitoringRole`),
  },
  fail: {
    'a policy for everybody': {
      resources: attach(`${AWS}/AmazonS3FullAccess`),
      finds: ['aws_iam_role_policy_attachment.a#AmazonS3FullAccess'],
    },
  },
  notApplicable: { 'a role without managed policies': { aws_iam_role: { web: { name: 'web' } } } },
  unknown: { 'a variable names the policy': attach('${var.policy}') },
  guards: {
    'aws_iam_role_policy_attachment.a.policy_arn': [`${AWS}/AmazonS3FullAccess`, `${AWS}/job-function/Billing`],
  },
});
