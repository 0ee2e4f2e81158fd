import { PERMISSIONS_BOUNDARY } from '../../../../src/policy/rules/iam/permissions-boundary';
import { describeRule } from '../../support/describe-rule';

const LIMIT = { permissions_boundary: 'arn:aws:iam::123456789012:policy/limit' };

describeRule(PERMISSIONS_BOUNDARY, {
  pass: { 'all roles have one': { aws_iam_role: { web: LIMIT, backup: { permissions_boundary: '${var.limit}' } } } },
  fail: {
    'one role has none': {
      resources: { aws_iam_role: { web: LIMIT, backup: { name: 'backup' } } },
      finds: ['aws_iam_role.backup#permissions_boundary'],
    },
  },
  notApplicable: { 'no role has one': { aws_iam_role: { web: { name: 'web' } } } },
  unknown: {},
  variablesPass: true,
  guards: { 'aws_iam_role.web.permissions_boundary': [undefined, ''] },
});
