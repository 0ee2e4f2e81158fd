import { judgeStatements } from '../../rule/judge-statements';
import { allowsEverybody } from '../../rule/policy-principals';
import { defineRule } from '../../rule/rule';
import { fail, pass } from '../../rule/verdict';

export const TOPIC_POLICY_CLOSED = defineRule({
  id: 'WPHA-LOG-006',
  title: 'topics allow nothing to everybody',
  severity: 'high',
  pack: 'baseline',
  appliesTo: ['aws_sns_topic', 'aws_sns_topic_policy'],
  rows: ['LOG-006'],
  maps: { checkov: ['CKV_AWS_169'], fsbp: ['SNS.4'] },
  why: 'Everybody can then send alarms until nobody reads them, or subscribe and learn what is broken.',
  fix: 'Name the principals, or add a condition with a fixed account, organization or source ARN.',
  check: (holder, graph) =>
    judgeStatements(holder, 'policy', graph, (statement) =>
      allowsEverybody(statement)
        ? fail([holder, 'policy'], `statement '${statement.name}' allows everybody`, { part: statement.name })
        : pass(),
    ),
});
