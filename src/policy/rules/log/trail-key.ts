import { expectCustomerKey } from '../../rule/customer-key';
import { defineRule } from '../../rule/rule';

export const TRAIL_KEY = defineRule({
  id: 'WPHA-LOG-011',
  title: 'trails are encrypted with a key of the account',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_cloudtrail'],
  rows: ['LOG-011'],
  maps: {
    checkov: ['CKV_AWS_35'],
    fsbp: ['CloudTrail.2'],
    cis: ['3.0.0 3.5'],
    trivy: ['AVD-AWS-0015'],
  },
  why: 'The trail is a map of the account; with a key of one’s own the bucket’s readers are not yet the trail’s readers.',
  fix: "Set 'kms_key_id' to a key whose policy lets cloudtrail.amazonaws.com use it.",
  check: (trail, graph) => expectCustomerKey(trail, 'kms_key_id', graph),
});
