import { expectSet } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { notApplicable } from '../../rule/verdict';

export const EBS_CUSTOMER_KEY = defineRule({
  id: 'WPHA-EC2-006',
  title: 'volumes are encrypted with a key of your own',
  severity: 'low',
  pack: 'production',
  appliesTo: ['aws_ebs_volume', 'aws_launch_template'],
  rows: ['EC2-006'],
  maps: { checkov: ['CKV_AWS_189'], trivy: ['AVD-AWS-0027'] },
  why: 'A key of AWS can be neither limited nor taken away, so a shared snapshot stays readable.',
  fix: "Set 'kms_key_id' to a key of your own; about one dollar a month for all volumes.",
  check: (resource) => {
    if (resource.type === 'aws_ebs_volume') return expectSet(resource, 'kms_key_id');
    const volumes = resource.blocks('block_device_mappings').filter((device) => device.get('ebs').isSet);
    return volumes.length === 0 ? notApplicable() : volumes.map((device) => expectSet(device, 'ebs.kms_key_id'));
  },
});
