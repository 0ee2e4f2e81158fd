import { defineRule } from '../../rule/rule';
import { IDENTITY_POLICIES, isEverything, judgeAllowed } from './allowances';

export const NO_FULL_ACCESS = defineRule({
  id: 'WPHA-IAM-001',
  title: 'no policy allows everything on everything',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: IDENTITY_POLICIES,
  rows: ['IAM-001'],
  maps: {
    checkov: ['CKV_AWS_62'],
    fsbp: ['IAM.1'],
    cis: ['3.0.0 1.16'],
    cdkNag: ['AwsSolutions-IAM5'],
  },
  why: 'Who gets hold of such a role owns the account: the data, the backups of it, and the log of what was done.',
  fix: 'List the actions that are needed, and the resources they are needed on.',
  check: (policy, graph) =>
    judgeAllowed(policy, graph, (allowed) =>
      allowed
        .filter(({ actions, resources }) => actions.some(isEveryAction) && resources.some(isEverything))
        .map(({ name }) => ({ part: name, message: `statement '${name}' allows every action on every resource` })),
    ),
});

function isEveryAction(action: string): boolean {
  return /^\*+(:\*+)?$/.test(action);
}
