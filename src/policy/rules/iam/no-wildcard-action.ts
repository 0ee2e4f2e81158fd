import { defineRule } from '../../rule/rule';
import { policyStatements, type PolicyStatement } from '../../rule/policy-document';
import { fail, notApplicable, pass, unknown, type Verdict } from '../../rule/verdict';
import type { Resource } from '../../model/resource';

export const NO_WILDCARD_ACTION = defineRule({
  id: 'WPHA-IAM-002',
  title: 'policies do not allow every action of a service',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_iam_policy', 'aws_iam_role_policy', 'aws_iam_user_policy', 'aws_iam_group_policy'],
  rows: ['IAM-002'],
  maps: {
    checkov: ['CKV_AWS_63'],
    fsbp: ['IAM.21'],
    cdkNag: ['AwsSolutions-IAM5'],
  },
  why: 'Whoever takes over a role gets all that its policy allows, with every action AWS adds to the service later.',
  fix: 'List the actions that are needed.',
  check: (policy) => {
    const statements = policyStatements(policy.get('policy'));
    if (statements === undefined) return unknown([policy, 'policy']);
    const allowing = statements.filter(({ effect }) => effect === 'Allow');
    if (allowing.length === 0) return notApplicable();
    return allowing.flatMap((statement) => judge(policy, statement));
  },
});

function judge(policy: Resource, { name, actions, notActions }: PolicyStatement): readonly Verdict[] {
  const wide = actions.filter((action) => action === '*' || /^[^:]+:\*+$/.test(action));
  const verdicts = wide.map((action) =>
    fail([policy, 'policy'], `statement '${name}' allows '${action}'`, { part: action }),
  );
  if (notActions.length > 0) {
    const message = `statement '${name}' allows everything but some actions`;
    return [...verdicts, fail([policy, 'policy'], message, { part: `NotAction in ${name}` })];
  }
  return verdicts.length === 0 ? [pass()] : verdicts;
}
