import { judgeStatements } from '../../rule/judge-statements';
import { allowsEverybody } from '../../rule/policy-principals';
import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

export const NO_PUBLIC_POLICY = defineRule({
  id: 'WPHA-S3-017',
  title: 'bucket policies allow nothing to everybody',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket', 'aws_s3_bucket_policy'],
  rows: ['S3-017'],
  maps: { checkov: ['CKV_AWS_70'], fsbp: ['S3.2', 'S3.6'], cdkNag: ['AwsSolutions-S5'] },
  why: 'A policy for everybody is one switch of the public access block away from being a data leak.',
  fix: 'Name the principals, or add a condition with a fixed account, organization, endpoint or source ARN.',
  check: (holder, graph) =>
    judgeStatements(holder, 'policy', graph, (statement) =>
      allowsEverybody(statement)
        ? fail([holder, 'policy'], `statement '${statement.name}' allows everybody`, { part: statement.name })
        : pass(),
    ),
});
