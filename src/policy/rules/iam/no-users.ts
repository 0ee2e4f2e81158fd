import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

export const NO_USERS = defineRule({
  id: 'WPHA-IAM-015',
  title: 'there are roles and no users',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_iam_role', 'aws_iam_user'],
  rows: ['IAM-015'],
  maps: { checkov: ['CKV_AWS_273'] },
  why: 'The keys of a user never expire, and end up in a repository, a backup or the settings of a plugin.',
  fix: 'Use a role: that of the instance for WordPress and its plugins, OIDC for pipelines, Identity Center for people.',
  check: (identity) =>
    identity.type === 'aws_iam_role' ? pass() : fail([identity, []], 'a user is made', { part: 'user' }),
});
