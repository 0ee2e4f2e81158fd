import { allowsEverybody } from '../../rule/policy-principals';
import { defineRule } from '../../rule/rule';
import { judgeTrust } from './trust';

export const TRUST_NAMED = defineRule({
  id: 'WPHA-IAM-012',
  title: 'roles say who may assume them',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_iam_role'],
  rows: ['IAM-012'],
  maps: { checkov: ['CKV_AWS_60'] },
  why: 'A role that everybody may assume is a way into the account for every other account of AWS.',
  fix: 'Name the service or the role as principal.',
  suppressible: false,
  check: (role, graph) =>
    judgeTrust(role, graph, (statement) => {
      if (!allowsEverybody(statement)) return [];
      return [{ part: statement.name, message: `statement '${statement.name}' lets everybody assume the role` }];
    }),
});
