import { expectCustomerKey } from '../../rule/customer-key';
import { defineRule } from '../../rule/rule';

export const TOPIC_KEY = defineRule({
  id: 'WPHA-LOG-005',
  title: 'topics are encrypted with a key of the account',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_sns_topic'],
  rows: ['LOG-005'],
  maps: {
    checkov: ['CKV_AWS_26'],
    fsbp: ['SNS.1'],
    trivy: ['AVD-AWS-0095'],
  },
  why: 'Messages wait on disk until they are delivered; and with the key of AWS for SNS, alarms never arrive.',
  fix: "Set 'kms_master_key_id' to a key whose policy lets cloudwatch.amazonaws.com use it.",
  check: (topic, graph) => expectCustomerKey(topic, 'kms_master_key_id', graph),
});
