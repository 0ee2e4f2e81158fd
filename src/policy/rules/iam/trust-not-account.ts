import type { PolicyPrincipal } from '../../rule/policy-document';
import { defineRule } from '../../rule/rule';
import { judgeTrust } from './trust';

export const TRUST_NOT_ACCOUNT = defineRule({
  id: 'WPHA-IAM-013',
  title: 'roles trust roles, not whole accounts',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_iam_role'],
  rows: ['IAM-013'],
  maps: { checkov: ['CKV_AWS_61'] },
  why: 'With an account as principal everybody there with a broad policy may assume the role, and nobody sees who can.',
  fix: "Name the roles as principals, or add a condition on 'aws:PrincipalArn' or 'sts:ExternalId'.",
  check: (role, graph) =>
    judgeTrust(role, graph, ({ name, principals, condition }) => {
      const accounts = principals.filter(isAccount);
      if (accounts.length === 0 || Object.keys(condition).length > 0) return [];
      return accounts.map(({ value }) => ({
        part: value,
        message: `statement '${name}' lets everybody in account '${value}' assume the role who may assume any`,
      }));
    }),
});

function isAccount({ type, value }: PolicyPrincipal): boolean {
  return type === 'AWS' && (/^\d{12}$/.test(value) || value.endsWith(':root'));
}
