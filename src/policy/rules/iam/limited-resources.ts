import type { PolicyStatement } from '../../rule/policy-document';
import { defineRule } from '../../rule/rule';
import { isKnownService, limitableBehind } from './actions';
import { IDENTITY_POLICIES, isUnlimited, judgeAllowed, type Excess } from './allowances';
import { patternsOf, unlimitedBehind } from './unlimited-actions';

export const LIMITED_RESOURCES = defineRule({
  id: 'WPHA-IAM-010',
  title: 'actions that AWS can limit are limited to resources or by a condition',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: IDENTITY_POLICIES,
  rows: ['IAM-010', 'IAM-011'],
  maps: { checkov: ['CKV_AWS_290', 'CKV_AWS_355'], cdkNag: ['AwsSolutions-IAM5'] },
  why: 'On every resource means on those of the neighbour too, and on those that are made next year.',
  fix: 'Name the resources, or add a condition; actions that AWS cannot limit may stay on *.',
  check: (policy, graph) =>
    judgeAllowed(policy, graph, (allowed) => [...unlimitedBehind(allowed, limitableBehind), ...strange(allowed)]),
});

/** Actions of services that the table of actions does not have. */
function strange(allowed: readonly PolicyStatement[]): readonly Excess[] {
  const patterns = allowed.filter(isUnlimited).flatMap(patternsOf);
  return patterns
    .filter((pattern) => !isKnownService(pattern))
    .map((part) => ({ part, message: `whether AWS can limit '${part}' is not known here`, unsure: true }));
}
