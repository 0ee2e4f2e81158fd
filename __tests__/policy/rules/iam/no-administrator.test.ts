import { NO_ADMINISTRATOR } from '../../../../src/policy/rules/iam/no-administrator';
import { describeRule, type Resources } from '../../support/describe-rule';

const AWS = 'arn:aws:iam::aws:policy';
const attach = (policy_arn: string): Resources => ({
  aws_iam_role_policy_attachment: { a: { role: 'web', policy_arn } },
});

describeRule(NO_ADMINISTRATOR, {
  pass: {
    'another policy of AWS': attach(`${AWS}/AmazonSSMManagedInstanceCore`),
    'a policy of the account': attach('arn:aws:iam::123456789012:policy/AdministratorAccess'),
    'a policy of the stack': {
      ...attach('${aws_iam_policy.web.arn}'),
      aws_iam_policy: { web: { name: 'web' } },
    },
  },
  fail: {
    'among the policies of a role': {
      resources: { aws_iam_role: { web: { managed_policy_arns: [`${AWS}/ReadOnlyAccess`, `${AWS}/IAMFullAccess`] } } },
      finds: ['aws_iam_role.web#IAMFullAccess'],
    },
    'to a group': {
      aws_iam_group_policy_attachment: { a: { policy_arn: 'arn:aws-cn:iam::aws:policy/AdministratorAccess' } },
    },
    'by the name of a data source': {
      beside: { data: { aws_iam_policy: { admin: { name: 'AdministratorAccess' } } } },
      resources: attach('${data.aws_iam_policy.admin.arn}'),
      // the plan of these tests has no data sources
      atPlan: 'unknown',
    },
  },
  notApplicable: { 'a role without managed policies': { aws_iam_role: { web: { name: 'web' } } } },
  unknown: { 'a variable names the policy': attach('${var.policy}') },
  guards: {
    'aws_iam_role_policy_attachment.a.policy_arn': [`${AWS}/AdministratorAccess`, `${AWS}/IAMFullAccess`],
  },
});
