import { NO_USER_POLICIES } from '../../../../src/policy/rules/iam/no-user-policies';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(NO_USER_POLICIES, {
  pass: { 'roles have it': { aws_iam_policy_attachment: { a: { roles: ['web'], policy_arn: 'arn' } } } },
  fail: {
    'a policy of a user': { aws_iam_user_policy: { a: { user: 'a' } } },
    'a policy that a user gets': { aws_iam_user_policy_attachment: { a: { user: '${var.user}' } } },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  guards: { 'aws_iam_policy_attachment.a.users': [['offload']] },
});
