import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

export const NO_USER_POLICIES = defineRule({
  id: 'WPHA-IAM-016',
  title: 'policies belong to roles and groups, not to users',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_iam_policy_attachment', 'aws_iam_user_policy', 'aws_iam_user_policy_attachment'],
  rows: ['IAM-016'],
  maps: {
    checkov: ['CKV_AWS_40'],
    fsbp: ['IAM.2'],
    cis: ['3.0.0 1.15'],
    trivy: ['AVD-AWS-0143'],
  },
  why: 'Rights that hang on a person are forgotten there when the person changes teams.',
  fix: 'Give the policy to a role that the person may assume, or to a group.',
  check: (policy) => {
    if (policy.type !== 'aws_iam_policy_attachment') return fail([policy, 'user'], 'the policy belongs to a user');
    return policy.get('users').isSet ? fail([policy, 'users'], 'the policy is attached to users') : pass();
  },
});
