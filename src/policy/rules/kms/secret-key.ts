import { expectCustomerKey } from '../../rule/customer-key';
import { defineRule } from '../../rule/rule';

export const SECRET_KEY = defineRule({
  id: 'WPHA-KMS-006',
  title: 'secrets are encrypted with a key of the account',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_secretsmanager_secret'],
  rows: ['KMS-006'],
  maps: { checkov: ['CKV_AWS_149'], trivy: ['AVD-AWS-0098'] },
  why: 'With a key of the account a reader of secrets needs the key as well, and its use is logged by itself.',
  fix: "Set 'kms_key_id' to a key of the account.",
  check: (secret, graph) => expectCustomerKey(secret, 'kms_key_id', graph),
});
