import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectCustomerKey } from '../../rule/customer-key';
import { firstOf } from '../../rule/expect';
import { readPolicy } from '../../rule/policy-source';
import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';

export const LOG_GROUP_KEY = defineRule({
  id: 'WPHA-LOG-003',
  title: 'log groups are encrypted with a key of the account that CloudWatch Logs may use',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_cloudwatch_log_group'],
  rows: ['LOG-003'],
  maps: { checkov: ['CKV_AWS_158'], trivy: ['AVD-AWS-0017'] },
  why: 'Logs hold addresses, names and now and then a password; with a key of one’s own a leaked copy cannot be read.',
  fix: "Set 'kms_key_id' to a key whose policy lets logs.<region>.amazonaws.com use it.",
  check: (group, graph) =>
    firstOf(
      () => expectCustomerKey(group, 'kms_key_id', graph),
      () => letsLogsIn(group, graph),
    ),
});

/** The policy that AWS gives a key when nobody writes one names no service. */
function letsLogsIn(group: Resource, graph: ResourceGraph): Verdict {
  const [key] = graph.targetsOf(group.get('kms_key_id')).filter(({ type }) => type === 'aws_kms_key');
  if (key === undefined || key.mode === 'data') return pass();
  const attached = graph.attached(key, 'aws_kms_key_policy', 'key_id');
  const [holder = key] = [...attached.found, ...attached.unclear];
  const statements = readPolicy(holder, 'policy', graph);
  if (statements === undefined) return unknown([holder, 'policy']);
  const allowed = statements.filter(({ effect }) => effect === 'Allow').flatMap(({ principals }) => principals);
  // a region may stand there as an expression
  if (allowed.some(({ type, value }) => type === 'Service' && /^logs\./.test(value))) return pass();
  return fail([group, 'kms_key_id'], `the policy of ${key.address} does not let CloudWatch Logs use the key`);
}
