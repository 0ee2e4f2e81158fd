import { defineRule } from '../../rule/rule';
import { IDENTITY_POLICIES, judgeAllowed } from './allowances';
import { unlimited } from './unlimited-actions';

/** Actions that read what is kept in objects, secrets and parameters (cloudsplaining's list, with versions and histories). */
const READ_DATA: readonly string[] = [
  's3:GetObject',
  's3:GetObjectVersion',
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter',
  'ssm:GetParameterHistory',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
];

export const NO_DATA_EXFILTRATION = defineRule({
  id: 'WPHA-IAM-008',
  title: 'objects, secrets and parameters are read by name',
  severity: 'high',
  pack: 'baseline',
  appliesTo: IDENTITY_POLICIES,
  rows: ['IAM-008'],
  maps: { checkov: ['CKV_AWS_288'], trivy: ['AVD-AWS-0345'] },
  why: 'A plugin with a hole then reads every bucket and every secret of the account, not only those of the site.',
  fix: 'Name the buckets, secrets or paths of parameters as resources.',
  check: (policy, graph) => judgeAllowed(policy, graph, (allowed) => unlimited(allowed, READ_DATA)),
});
