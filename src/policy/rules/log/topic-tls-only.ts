import { readPolicy } from '../../rule/policy-source';
import { deniesWithoutTls } from '../../rule/policy-transport';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, unknown } from '../../rule/verdict';

export const TOPIC_TLS_ONLY = defineRule({
  id: 'WPHA-LOG-008',
  title: 'topics refuse messages without TLS',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_sns_topic', 'aws_sns_topic_policy'],
  rows: ['LOG-008'],
  maps: { cdkNag: ['AwsSolutions-SNS3'] },
  why: 'SNS answers plain HTTP too, and what a publisher sends there can be read and changed on the way.',
  fix: 'Deny sns:Publish to everybody while aws:SecureTransport is false.',
  check: (holder, graph) => {
    if (holder.get('policy').isUnset) return notApplicable();
    const statements = readPolicy(holder, 'policy', graph);
    if (statements === undefined) return unknown([holder, 'policy']);
    if (statements.some((statement) => deniesWithoutTls(statement, ['sns:Publish']))) return pass();
    return fail([holder, 'policy'], 'no statement denies everybody sns:Publish without TLS');
  },
});
