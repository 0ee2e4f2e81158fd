import { judgeStatements } from '../../rule/judge-statements';
import { allowsEverybody } from '../../rule/policy-principals';
import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

export const NO_PUBLIC_KEY = defineRule({
  id: 'WPHA-KMS-003',
  title: 'key policies allow nothing to everybody',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: ['aws_kms_key', 'aws_kms_key_policy', 'aws_kms_replica_key', 'aws_kms_external_key'],
  rows: ['KMS-003'],
  maps: { checkov: ['CKV_AWS_33'], fsbp: ['KMS.5'] },
  why: 'Such a key decrypts for every AWS account in the world, and what it encrypts is as good as plain.',
  fix: 'Name the principals, or add a condition with kms:CallerAccount or kms:ViaService.',
  suppressible: false,
  check: (key, graph) =>
    judgeStatements(key, 'policy', graph, (statement) =>
      allowsEverybody(statement)
        ? fail([key, 'policy'], `statement '${statement.name}' allows everybody`, { part: statement.name })
        : pass(),
    ),
});
