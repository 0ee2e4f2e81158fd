import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';

export const KEY_ENABLED = defineRule({
  id: 'WPHA-KMS-004',
  title: 'keys are enabled',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_kms_key', 'aws_kms_replica_key', 'aws_kms_external_key'],
  rows: ['KMS-004'],
  maps: { checkov: ['CKV_AWS_227'] },
  why: 'While a key is disabled nothing that it encrypts can be read: the database stops and instances do not start.',
  fix: "Leave the switch out or set it to true ('is_enabled', of other keys 'enabled').",
  check: (key) => expectTrue(key, key.type === 'aws_kms_key' ? 'is_enabled' : 'enabled', { unset: 'pass' }),
});
