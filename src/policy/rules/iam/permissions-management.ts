import { defineRule } from '../../rule/rule';
import { permissionsBehind } from './actions';
import { IDENTITY_POLICIES, judgeAllowed } from './allowances';
import { unlimitedBehind } from './unlimited-actions';

export const NO_PERMISSIONS_MANAGEMENT = defineRule({
  id: 'WPHA-IAM-009',
  title: 'permissions are managed on named resources only',
  severity: 'high',
  pack: 'baseline',
  appliesTo: IDENTITY_POLICIES,
  rows: ['IAM-009'],
  maps: { checkov: ['CKV_AWS_289'] },
  why: 'Who may change the policies of every bucket, key or role can open all of them to the world.',
  fix: 'Name the resources, or leave out the actions that change who may do what.',
  check: (policy, graph) => judgeAllowed(policy, graph, (allowed) => unlimitedBehind(allowed, permissionsBehind)),
});
