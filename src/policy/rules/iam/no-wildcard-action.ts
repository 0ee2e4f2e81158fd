import { defineRule } from '../../rule/rule';
import type { PolicyStatement } from '../../rule/policy-document';
import { IDENTITY_POLICIES, judgeAllowed, type Excess } from './allowances';

export const NO_WILDCARD_ACTION = defineRule({
  id: 'WPHA-IAM-002',
  title: 'policies do not allow every action of a service',
  severity: 'high',
  pack: 'baseline',
  appliesTo: IDENTITY_POLICIES,
  rows: ['IAM-002'],
  maps: {
    checkov: ['CKV_AWS_63'],
    fsbp: ['IAM.21'],
    cdkNag: ['AwsSolutions-IAM5'],
  },
  why: 'Whoever takes over a role gets all that its policy allows, with every action AWS adds to the service later.',
  fix: 'List the actions that are needed.',
  check: (policy, graph) => judgeAllowed(policy, graph, (allowed) => allowed.flatMap(wildcards)),
});

function wildcards({ name, actions, notActions }: PolicyStatement): readonly Excess[] {
  const wide = actions.filter((action) => action === '*' || /^[^:]+:\*+$/.test(action));
  const excess = wide.map((action) => ({ part: action, message: `statement '${name}' allows '${action}'` }));
  if (notActions.length === 0) return excess;
  const message = `statement '${name}' allows everything but some actions`;
  return [...excess, { part: `NotAction in ${name}`, message }];
}
