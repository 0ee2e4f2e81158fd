import { NO_USERS } from '../../../../src/policy/rules/iam/no-users';
import { describeRule, OTHER_RESOURCES } from '../../support/describe-rule';

describeRule(NO_USERS, {
  pass: { 'a role': { aws_iam_role: { web: { name: 'web' } } } },
  fail: { 'a user': { resources: { aws_iam_user: { offload: {} } }, finds: ['aws_iam_user.offload#user'] } },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {},
  variablesPass: true,
  guards: { aws_iam_user: [{ offload: { name: 'offload' } }] },
});
