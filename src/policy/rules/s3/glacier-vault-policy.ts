import { judgeStatements } from '../../rule/judge-statements';
import { allowsEverybody } from '../../rule/policy-principals';
import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

export const GLACIER_VAULT_POLICY = defineRule({
  id: 'WPHA-S3-023',
  title: 'vaults of Glacier allow nothing to everybody',
  severity: 'critical',
  pack: 'baseline',
  appliesTo: ['aws_glacier_vault'],
  rows: ['S3-023'],
  maps: { checkov: ['CKV_AWS_167'] },
  why: 'A vault has no block of public access: its policy is all that stands between backups and the world.',
  fix: 'Name the principals; for something new, take the Glacier classes of a bucket instead of a vault.',
  suppressible: false,
  check: (vault, graph) =>
    judgeStatements(vault, 'access_policy', graph, (statement) =>
      allowsEverybody(statement)
        ? fail([vault, 'access_policy'], `statement '${statement.name}' allows everybody`, { part: statement.name })
        : pass(),
    ),
});
