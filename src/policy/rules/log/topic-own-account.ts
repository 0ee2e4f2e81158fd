import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { judgeStatements } from '../../rule/judge-statements';
import type { PolicyStatement } from '../../rule/policy-document';
import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';

export const TOPIC_OWN_ACCOUNT = defineRule({
  id: 'WPHA-LOG-007',
  title: 'topics let in no other account',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_sns_topic', 'aws_sns_topic_policy'],
  rows: ['LOG-007'],
  maps: { checkov: ['CKV_AWS_385'], fsbp: ['SNS.4'] },
  why: 'Another account decides by itself who of its people may send to the topic or read it.',
  fix: 'Name principals of this account only; let services in by service principal and aws:SourceAccount.',
  check: (holder, graph) =>
    judgeStatements(holder, 'policy', graph, (statement) => judge(holder, statement, accountsOf(holder, graph))),
});

function judge(holder: Resource, statement: PolicyStatement, own: readonly string[]): Verdict {
  const { effect, principals, name, resources } = statement;
  if (effect === 'Deny') return pass();
  const named = principals.filter(({ type }) => type === 'AWS').flatMap(({ value }) => accountIn(value));
  const known = [...own, ...resources.flatMap(accountIn)];
  const other = named.find((account) => !known.includes(account));
  if (other === undefined) return pass();
  const part = `${name}:${other}`;
  if (known.length > 0) return fail([holder, 'policy'], `statement '${name}' lets account ${other} in`, { part });
  return unknown([holder, 'policy'], `whether ${other} is the topic's own account is not known here`, { part });
}

/** The accounts that the stack can be applied to, as its providers tell. */
function accountsOf(holder: Resource, graph: ResourceGraph): readonly string[] {
  const providers = graph.ofType('provider.aws').filter(({ stack }) => stack === holder.stack);
  return providers.flatMap((provider) => provider.get('allowed_account_ids').items.flatMap(({ text = '' }) => text));
}

/** An account's number in an ARN or by itself; expressions name the stack's own. */
function accountIn(text: string): readonly string[] {
  const [, account] = /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::|$)/.exec(text) ?? [];
  return account === undefined ? [] : [account];
}
