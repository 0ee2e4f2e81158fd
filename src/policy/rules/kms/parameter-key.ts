import { expectCustomerKey } from '../../rule/customer-key';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const PARAMETER_KEY = defineRule({
  id: 'WPHA-KMS-010',
  title: 'encrypted parameters use a key of the account',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_ssm_parameter'],
  rows: ['KMS-010'],
  maps: { checkov: ['CKV_AWS_337'] },
  why: 'Under the key that AWS manages everybody in the account who may read the parameter may decrypt it.',
  fix: "Set 'key_id' to a key of the account.",
  check: (parameter, graph) => {
    const type = parameter.get('type');
    if (type.isKnown && !type.is('SecureString')) return notApplicable();
    return expectCustomerKey(parameter, 'key_id', graph);
  },
});
