import { expectAttached } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { pass } from '../../rule/verdict';

export const KEY_POLICY = defineRule({
  id: 'WPHA-KMS-002',
  title: 'keys say who may use them',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_kms_key'],
  rows: ['KMS-002'],
  maps: { checkov: ['CKV2_AWS_64'] },
  why: 'The policy that KMS puts in its place leaves every decision to IAM policies, and services out altogether.',
  fix: "Set 'policy', with a statement for the account's administrators and one for each service.",
  check: (key, graph) => {
    if (key.get('policy').isSet) return pass();
    const policies = graph.attached(key, 'aws_kms_key_policy', 'key_id');
    return expectAttached(key, policies, "'policy' is not set, and no aws_kms_key_policy belongs to the key");
  },
});
