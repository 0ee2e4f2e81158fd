import { judgeStatements } from '../../rule/judge-statements';
import { coversAction } from '../../rule/policy-actions';
import type { PolicyStatement } from '../../rule/policy-document';
import { isEverybody } from '../../rule/policy-principals';
import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

export const NO_LOCK_OUT = defineRule({
  id: 'WPHA-S3-018',
  title: 'bucket policies do not lock their administrators out',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_s3_bucket', 'aws_s3_bucket_policy'],
  rows: ['S3-018'],
  maps: { checkov: ['CKV_AWS_93'] },
  why: 'What is denied to everybody is denied to whoever would have to repair the policy; only the root user is left.',
  fix: 'Limit the statement by a condition, or deny only the actions that nobody needs.',
  check: (holder, graph) =>
    judgeStatements(holder, 'policy', graph, (statement) =>
      locksOut(statement)
        ? fail([holder, 'policy'], `statement '${statement.name}' denies everybody to change the policy`, {
            part: statement.name,
          })
        : pass(),
    ),
});

function locksOut(statement: PolicyStatement): boolean {
  const { effect, principals, condition } = statement;
  const unconditional = Object.keys(condition).length === 0;
  return effect === 'Deny' && unconditional && isEverybody(principals) && coversAction(statement, 's3:PutBucketPolicy');
}
