import type { PolicyStatement } from '../../rule/policy-document';
import { defineRule } from '../../rule/rule';
import { IDENTITY_POLICIES, judgeAllowed } from './allowances';

export const NO_FULL_IAM = defineRule({
  id: 'WPHA-IAM-005',
  title: 'no policy allows every action of IAM',
  severity: 'high',
  pack: 'baseline',
  appliesTo: IDENTITY_POLICIES,
  rows: ['IAM-005'],
  maps: { checkov: ['CKV2_AWS_40'], cdkNag: ['AwsSolutions-IAM5'] },
  why: 'All of IAM is all of the account: the first call of an intruder attaches AdministratorAccess to himself.',
  fix: 'List the actions of IAM that are needed, on the roles they are needed for.',
  check: (policy, graph) =>
    judgeAllowed(policy, graph, (allowed) =>
      allowed
        .filter(allowsAllOfIam)
        .map(({ name }) => ({ part: name, message: `statement '${name}' allows every action of IAM` })),
    ),
});

function allowsAllOfIam({ actions, notActions }: PolicyStatement): boolean {
  if (notActions.length > 0) return !notActions.some((action) => /^iam:|^\*/i.test(action));
  return actions.some((action) => /^(iam:)?\*+$/i.test(action));
}
