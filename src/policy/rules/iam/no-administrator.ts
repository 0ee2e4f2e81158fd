import { defineRule } from '../../rule/rule';
import { judgeAwsPolicies, POLICY_ATTACHMENTS } from './managed-policies';

const TOO_MUCH: readonly string[] = ['AdministratorAccess', 'IAMFullAccess'];

export const NO_ADMINISTRATOR = defineRule({
  id: 'WPHA-IAM-003',
  title: 'nobody gets AdministratorAccess or IAMFullAccess',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: POLICY_ATTACHMENTS,
  rows: ['IAM-003', 'IAM-004'],
  maps: {
    checkov: ['CKV_AWS_274', 'CKV2_AWS_56'],
    cis: ['3.0.0 1.16'],
    cdkNag: ['AwsSolutions-IAM4'],
  },
  why: 'Both policies own the account, the second by way of giving itself the first; no workload needs either.',
  fix: 'Attach a policy with the actions that are needed.',
  check: (attachment, graph) =>
    judgeAwsPolicies(attachment, graph, (path) => (TOO_MUCH.includes(path) ? `'${path}' is attached` : undefined)),
});
